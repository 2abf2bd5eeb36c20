package import Content
package import Diagnosing
package import Reading
package import System

/// The changes that writing the reports of a table would make.
package struct ImportPlan: Sendable {
  /// The state of a report's file. An unchanged file is not written, as the row says nothing new.
  package enum State: String, Sendable, Encodable { case new, changed, unchanged }

  /// A value that differs; nil stands for no value.
  package struct Change: Sendable {
    /// The path `group.criterion`, or a key of the report.
    package let criterion: String
    package let from: WrittenValue?
    package let to: WrittenValue?
  }

  package struct Entry: Sendable {
    package let report: ImportedReport
    package let state: State
    /// The whole file. An existing file keeps everything that the row does not mention.
    package let text: String
    /// Whether a value in the existing file contradicts the row.
    package let overwrites: Bool
    /// The changes against the existing file or, without one, against the vendor's previous report;
    /// empty when there is neither.
    package let changes: [Change]
  }

  /// What is written beside what changed.
  package struct Scope: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// A report for each row, even if all that it says is in force.
    package static let all = Scope(rawValue: 1)
    /// For vendors that the table no longer has, a report that says so.
    package static let retire = Scope(rawValue: 2)
  }

  /// One entry per report, sorted by week and vendor.
  package let entries: [Entry]
  /// The vendors that have a report in force but no row in the table, sorted by slug.
  package let vanished: [Slug]

  /// Compares reports with the files in a folder.
  ///
  /// - Parameter reports: the reports, sorted by week and vendor.
  /// - Returns: nil when an error was reported: the mapping gives keys that no report may have.
  /// - Throws: `FileFailure` when an existing report cannot be read.
  package init?(
    _ reports: [ImportedReport], of category: Category, in folder: ContentFolder,
    scope: Scope = [], into log: inout Diagnostics
  ) throws(FileFailure) {
    var history = ReportHistory(category: category, folder: folder)
    try history.find()
    let gone = try history.others(than: Set(reports.map(\.slug)), until: reports.last?.week)
    var retirements: [ImportedReport] = []
    if scope.contains(.retire), let last = reports.last {
      retirements = gone.map {
        .retirement(of: $0.slug, named: $0.name, in: category, last.week, at: last.span)
      }
    }
    var entries: [Entry] = []
    for report in reports + retirements {
      let existing = try history.existing(report)
      let before = try existing == nil ? history.before(report) : nil
      if !scope.contains(.all), let before, Self.isCarriedOn(before, report) {
        entries.append(
          Entry(report: report, state: .unchanged, text: "", overwrites: false, changes: []))
        continue
      }
      let errors = log.errorCount
      guard let merge = Self.merge(report, existing: existing, before: before, into: &log) else {
        return nil
      }
      let file = SourceFile(path: report.path, text: merge.text)
      guard let facts = history.facts(file, report.week, report.slug, into: &log) else {
        // A value that the mapping gives every report is wrong in every report, so one error is
        // enough.
        return nil
      }
      if log.errorCount > errors { continue }
      let old = before.flatMap { history.facts($0, report.week, report.slug) }
      let state: State = existing.map { $0.bytes == file.bytes ? .unchanged : .changed } ?? .new
      entries.append(
        Entry(
          report: report, state: state, text: merge.text, overwrites: merge.overwrites,
          changes: existing == nil ? Self.changes(from: old, to: facts) : merge.changes))
      history.add(file, of: report)
    }
    self.entries = entries
    vanished = retirements.isEmpty ? gone.map(\.slug) : []
  }

  /// The text of a report's file: what the row says, beside what the file there or else the report
  /// before says and the row does not speak of.
  ///
  /// - Returns: nil when an error was reported.
  private static func merge(
    _ report: ImportedReport, existing: SourceFile?, before: SourceFile?,
    into log: inout Diagnostics
  ) -> (text: String, overwrites: Bool, changes: [Change])? {
    let alone = (text: report.text, overwrites: false, changes: [Change]())
    guard let base = existing ?? before else { return alone }
    // A vendor that ends, or comes back, is not what it was.
    if existing == nil, report.isRetired || ReportHistory.isRetired(base) { return alone }
    guard var merge = ReportMerge(report, into: base, log: &log) else { return nil }
    if existing == nil {
      if merge.saysEverything { return alone }
      merge.dropWhatIsOfOneReport()
    }
    let text = merge.text
    if !says(SourceFile(path: report.path, text: text), report) {
      log.report(.unmergeableReport(base.path, at: report.span))
    }
    return (text, existing != nil && merge.overwrites, merge.changes)
  }

  /// Returns whether the report in force says everything that the row says and so stays in force.
  private static func isCarriedOn(_ file: SourceFile, _ report: ImportedReport) -> Bool {
    var log = Diagnostics()
    guard let changes = ReportMerge(report, into: file, log: &log)?.changes else { return false }
    // A site with a single category need not name it.
    return changes.allSatisfy { $0.criterion == "category" && $0.from == nil }
      && ReportHistory.isRetired(file) == report.isRetired
  }

  /// Returns whether a merged file has everything that the row says.
  private static func says(_ file: SourceFile, _ report: ImportedReport) -> Bool {
    var log = Diagnostics()
    return ReportMerge(report, into: file, log: &log)?.changes.isEmpty == true
  }

  private static func changes(
    from old: ReportHistory.Facts?, to new: ReportHistory.Facts
  ) -> [Change] {
    guard let old else { return [] }
    return zip(old, new).filter { $0.value != $1.value }.map {
      Change(criterion: $1.criterion, from: $0.value, to: $1.value)
    }
  }
}
