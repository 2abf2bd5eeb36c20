import Content
import Diagnosing
import Markup
import Reading
import System

/// The vendors' earlier reports: those on disk, and those already made from the table.
struct ReportHistory {
  /// The value of every criterion as written, in page order, followed by other keys.
  typealias Facts = [(criterion: String, value: WrittenValue?)]

  let category: Category
  let folder: ContentFolder
  /// The paths of reports, by slug and week.
  private var files: [String: [Week: String]] = [:]
  private var imported: [Slug: (week: Week, file: SourceFile)] = [:]

  init(category: Category, folder: ContentFolder) {
    self.category = category
    self.folder = folder
  }

  /// Lists the reports on disk.
  mutating func find() throws(FileFailure) {
    for path in try folder.files(below: "content/reports") where path.hasSuffix(".md") {
      let parts = path.split(separator: "/")
      guard parts.count == 4, let week = Week(String(parts[2])) else { continue }
      files[String(parts[3].dropLast(3)), default: [:]][week] = path
    }
  }

  mutating func add(_ file: SourceFile, of report: ImportedReport) {
    imported[report.slug] = (report.week, file)
  }

  /// Returns the report on disk that has the week and the vendor of the given one.
  func existing(_ report: ImportedReport) throws(FileFailure) -> SourceFile? {
    guard files[report.slug.text]?[report.week] != nil else { return nil }
    return try folder.read(report.path)
  }

  /// Returns the vendor's newest report before the given one.
  func before(_ report: ImportedReport) throws(FileFailure) -> SourceFile? {
    let earlier = (files[report.slug.text] ?? [:]).filter { $0.key < report.week }
    let last = imported[report.slug]
    guard let newest = earlier.max(by: { $0.key < $1.key }),
      last.map({ $0.week < newest.key }) ?? true
    else { return last?.file }
    return try folder.read(newest.value)
  }

  /// Vendors of the category that have a report in force in a week, but some; by slug.
  func others(
    than slugs: Set<Slug>, until week: Week?
  ) throws(FileFailure) -> [(slug: Slug, name: String)] {
    var others: [(slug: Slug, name: String)] = []
    for (name, reports) in files {
      guard let slug = Slug(name), !slugs.contains(slug), let week,
        let newest = reports.filter({ $0.key <= week }).max(by: { $0.key < $1.key })
      else { continue }
      let file = try folder.read(newest.value)
      guard let facts = facts(file, newest.key, slug), !Self.isRetired(file),
        case .text(let name)? = facts.first(where: { $0.criterion == "name" })?.value
      else { continue }
      others.append((slug, name))
    }
    return others.sorted { $0.slug < $1.slug }
  }

  static func isRetired(_ file: SourceFile) -> Bool {
    var ignored = Diagnostics()
    guard let front = file.frontMatter(required: "name", into: &ignored)?.root,
      let fields = Fields(front, "the report", keys: nil, into: &ignored)
    else { return false }
    return ["true", "yes"].contains(fields["retired"]?.text)
  }

  /// Returns nil when the report is invalid.
  func facts(_ file: SourceFile, _ week: Week, _ slug: Slug) -> Facts? {
    var ignored = Diagnostics()
    return facts(file, week, slug, into: &ignored)
  }

  /// Returns nil when the report is invalid.
  func facts(
    _ file: SourceFile, _ week: Week, _ slug: Slug, into log: inout Diagnostics
  ) -> Facts? {
    let errors = log.errorCount
    let reader = ReportReader(
      file: file, slug: slug, week: week, categories: [category], areCategoriesComplete: true)
    guard let report = reader.read(into: &log), log.errorCount == errors else { return nil }
    let cells = report.cells.flatMap(\.self).map { $0?.written }
    return zip(category.criterionPaths, cells).map { ($0, $1) } + [
      ("name", .text(report.name)), ("tier", report.tier.map { .text(category.tiers[$0].id) }),
      ("retired", report.retired ? .text("true") : nil),
    ]
  }
}
