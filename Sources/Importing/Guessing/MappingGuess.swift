package import Content
package import Diagnosing
import Markup

/// A mapping that a table suggests, as a file that `import` accepts and that says why.
///
/// It depends only on the table, the category and the slugs of vendors. What does not fit becomes
/// a comment, so that nothing wrong is imported.
package struct MappingGuess {
  /// The file.
  package let text: String

  private static let missingWords: Set<String> = [
    "n/a", "n.a.", "n. a.", "-", "–", "—", "?", "tbd", "tba", "null", "not available",
    "not disclosed", "k. a.", "k.a.", "keine angabe", "n/d", "n.c.", "s/d",
  ]

  /// - Parameter known: the slugs of the site's vendors.
  /// - Returns: nil when an error was reported: the file is no table.
  package init?(
    _ file: SourceFile, for category: Category, known: Set<String>, into log: inout Diagnostics
  ) {
    let form = FormGuess(file)
    guard let table = Table.read(file, form.form, into: &log) else { return nil }
    guard let roles = RoleGuess(table, known: known) else {
      log.report(.tableFormat("the table has no columns with names", at: file.start))
      return nil
    }
    let missing = Self.missing(in: table)
    let trial = ColumnTrial(table: table, category: category, missing: missing.sorted())
    let columns = Self.columns(roles, trial)
    let used = columns.filter { $0.target != nil }
    var lines = roles.lines + form.lines
    if !missing.isEmpty {
      let texts = missing.sorted().map(FormTrials.quoted).joined(separator: ", ")
      lines.append(
        GuessLine("missing: [ \(texts) ]", because: "such texts often mean \"no value\""))
    }
    lines.append(GuessLine(used.isEmpty ? "columns: {}" : "columns:"))
    lines += used.flatMap(Self.lines)
    lines += Self.ignored(columns, table, vendor: roles.vendor)
    text = """
      # A mapping for \(Self.oneLine(file.path)) (\(table.size)), proposed by \
      'versus import --guess'.
      # Read it, correct it, and give it to 'versus import --mapping FILE'.

      """ + Self.aligned(lines)
  }

  /// The texts of the table that often mean "no value".
  static func missing(in table: Table) -> Set<String> {
    var found: Set<String> = []
    for row in table.rows {
      for text in row.values.values.compactMap(\.text)
      where missingWords.contains(text.lowercased()) {
        found.insert(text)
      }
    }
    return found
  }

  /// Gives each part of a report the column that goes with it best.
  private static func columns(_ roles: RoleGuess, _ trial: ColumnTrial) -> [ColumnGuess] {
    let taken = [roles.vendor, roles.slug, roles.week].compactMap(\.self)
    let names = trial.table.columns.map(\.value).filter { !$0.isEmpty && !taken.contains($0) }
    let all = names.map { ColumnGuess.candidates($0, trial) }
    // The surest guesses come first; equal ones in the order of the table.
    let order = all.enumerated()
      .flatMap { place, guesses in guesses.map { (place: place, guess: $0) } }
      .sorted { ($1.guess.score, $0.place) < ($0.guess.score, $1.place) }
    var (chosen, targets): ([Int: ColumnGuess], Set<Mapping.Target>) = ([:], [])
    for (place, guess) in order {
      guard let target = guess.target, chosen[place] == nil, targets.insert(target).inserted
      else { continue }
      chosen[place] = guess
    }
    let guesses = names.indices.map { place in
      chosen[place] ?? all[place].first.map(Self.unfit)
        ?? ColumnGuess(nothing: names[place], because: "no criterion has such a name")
    }
    return guesses + links(guesses, roles, targets, trial)
  }

  private static func unfit(_ guess: ColumnGuess) -> ColumnGuess {
    let isTaken = guess.target != nil
    return ColumnGuess(
      nothing: guess.name,
      because:
        "for \(guess.path): \(guess.reason)\(isTaken ? ", but another column is more so" : "")")
  }

  /// The links in a table of Markdown: of vendors to their websites, of values to their sources.
  private static func links(
    _ guesses: [ColumnGuess], _ roles: RoleGuess, _ targets: Set<Mapping.Target>,
    _ trial: ColumnTrial
  ) -> [ColumnGuess] {
    trial.table.others.compactMap { name -> ColumnGuess? in
      let guess: ColumnGuess
      if name == roles.vendor + " link", !targets.contains(.key("website")) {
        guess = ColumnGuess(websites: name)
      } else if let column = guesses.first(where: { $0.name + " link" == name }),
        case .criterion(let index)? = column.target
      {
        guess = ColumnGuess(sourcesOf: column, index, name: name)
      } else {
        return nil
      }
      guard let target = guess.target else { return nil }
      let isWrong = trial.failure(of: Mapping.Column(name: name, target: target)) != nil
      return isWrong ? nil : guess
    }
  }

  // MARK: Lines

  private static func lines(_ column: ColumnGuess) -> [GuessLine] {
    let name = YAMLWriter.scalar(column.name)
    if column.settings.isEmpty {
      return [GuessLine("  \(name): \(column.path)", because: column.reason)]
    }
    return [
      GuessLine("  \(name):"), GuessLine("    criterion: \(column.path)", because: column.reason),
    ] + column.settings.map { GuessLine("    " + $0.text, because: $0.reason) }
  }

  private static func ignored(
    _ columns: [ColumnGuess], _ table: Table, vendor: String
  ) -> [GuessLine] {
    var lines = columns.filter { $0.target == nil }.map {
      GuessLine("  - \(YAMLWriter.scalar($0.name))", because: $0.reason)
    }
    if !vendor.isEmpty, table.columns.contains(where: { $0.value.isEmpty }) {
      lines.append(GuessLine("  - ''", because: "a column without a name"))
    }
    return lines.isEmpty ? [] : [GuessLine("ignore:")] + lines
  }

  /// The lines with their comments below each other.
  static func aligned(_ lines: [GuessLine]) -> String {
    let width = min(40, lines.filter { $0.reason != nil }.map(\.text.count).max() ?? 0)
    return lines.map { line in
      if line.reason == nil { return line.text + "\n" }
      let gap = String(repeating: " ", count: max(0, width - line.text.count) + 2)
      return line.text + gap + line.comment + "\n"
    }.joined()
  }

  static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
