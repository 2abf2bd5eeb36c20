import Content
import Diagnosing
import Markup

/// Which columns name the vendor, its slug and the week.
struct RoleGuess {
  private(set) var vendor: String
  private(set) var slug: String?
  private(set) var week: String?
  private(set) var lines: [GuessLine] = []

  /// Names of columns that often name what is compared.
  private static let names = [
    "vendor", "name", "product", "tool", "model", "provider", "company", "project", "software",
    "library", "framework", "language", "service", "app", "brand", "item", "title",
  ]

  /// Returns nil for a table without columns.
  init?(_ table: Table, known: Set<String>) {
    // The names often stand in a first column that has none itself.
    let columns = table.columns.map(\.value).enumerated().filter { place, name in
      place == 0 || !name.isEmpty
    }.map(\.element)
    guard let first = columns.first else { return nil }
    func texts(_ column: String) -> [String] { table.rows.map { $0.values[column]?.text ?? "" } }
    let week = columns.first { column in
      let all = texts(column).filter { !$0.isEmpty }
      return !all.isEmpty && all.allSatisfy { Week($0) != nil }
    }
    let slug = columns.first { column in
      ["slug", "id"].contains(column.lowercased()) && texts(column).allSatisfy { Slug($0) != nil }
    }
    let weeks = week.map(texts) ?? table.rows.map { _ in "" }
    let maker = SlugMaker()
    let others = columns.filter { $0 != week && $0 != slug }
    let rated = others.enumerated().map { place, column in
      Candidate(column, texts(column), weeks, known, maker, place: place)
    }
    let best = rated.max { ($0.score, $1.column) < ($1.score, $0.column) }
    vendor = best?.column ?? slug ?? first
    lines.append(
      GuessLine("vendor: \(YAMLWriter.scalar(vendor))", because: best?.reason ?? "the only column"))
    if let slug, slug != vendor {
      self.slug = slug
      lines.append(GuessLine("slug: \(YAMLWriter.scalar(slug))", because: "all values are slugs"))
    }
    if let week {
      self.week = week
      lines.append(GuessLine("week: \(YAMLWriter.scalar(week))", because: "all values are weeks"))
    }
  }

  /// A column that may name the vendor.
  private struct Candidate {
    let column: String
    let score: Int
    let reason: String

    init(
      _ column: String, _ texts: [String], _ weeks: [String], _ known: Set<String>,
      _ maker: SlugMaker, place: Int
    ) {
      self.column = column
      let slugs = texts.compactMap { try? maker.slug(of: $0).get().text }
      let isWhole = slugs.count == texts.count
      let rows = Set(zip(slugs, weeks).map { $0 + " " + $1 })
      let isUnique = isWhole && rows.count == texts.count
      let hits = Set(slugs).intersection(known).count
      let isNamed = NameMatch.words(column).contains { RoleGuess.names.contains($0) }
      let areNames = column.isEmpty && isUnique
      let areNumbers = texts.allSatisfy { $0.allSatisfy { !$0.isLetter } }
      var reasons: [String] = []
      if isUnique { reasons.append("no two rows have the same") }
      if hits > 0 { reasons.append("names \(counted(hits, "vendor")) of the site") }
      if isNamed || areNames { reasons.append("such columns often name what is compared") }
      reason = reasons.isEmpty ? "the best of the columns" : reasons.joined(separator: "; ")
      let share = slugs.isEmpty ? 0 : hits * 300 / max(1, Set(slugs).count)
      score =
        (isUnique ? 1000 : 0) + share + (isNamed || areNames ? 200 : 0) - (areNumbers ? 500 : 0)
        - place
    }
  }
}
