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
    into log: inout Diagnostics
  ) throws(FileFailure) {
    var history = ReportHistory(category: category, folder: folder)
    try history.find()
    var entries: [Entry] = []
    for report in reports {
      let existing = try history.existing(report.path)
      let before = try existing == nil ? history.before(report) : nil
      if let before, Self.isCarriedOn(before, report) {
        entries.append(
          Entry(report: report, state: .unchanged, text: "", overwrites: false, changes: []))
        continue
      }
      let merge = existing.flatMap { ReportMerge(report, into: $0, log: &log) }
      if existing != nil, merge == nil { return nil }
      let text = merge?.text ?? report.text
      let file = SourceFile(path: report.path, text: text)
      guard let facts = history.facts(file, report.week, report.slug, into: &log) else {
        // A value that the mapping gives every report is wrong in every report, so one error is
        // enough.
        return nil
      }
      if existing != nil, !Self.says(file, report) {
        log.report(.unmergeableReport(report.path, at: report.span))
        continue
      }
      let old = before.flatMap { history.facts($0, report.week, report.slug) }
      let state: State = existing.map { $0.bytes == file.bytes ? .unchanged : .changed } ?? .new
      entries.append(
        Entry(
          report: report, state: state, text: text, overwrites: merge?.overwrites ?? false,
          changes: merge?.changes ?? Self.changes(from: old, to: facts)))
      history.add(file, of: report)
    }
    self.entries = entries
    vanished = try history.others(than: Set(reports.map(\.slug)), until: reports.last?.week)
  }

  /// Returns whether the report in force says everything that the row says and so stays in force.
  private static func isCarriedOn(_ file: SourceFile, _ report: ImportedReport) -> Bool {
    var log = Diagnostics()
    let isRetired = report.entries.contains { $0.key == "retired" }
    guard let changes = ReportMerge(report, into: file, log: &log)?.changes else { return false }
    // A site with a single category need not name it.
    return changes.allSatisfy { $0.criterion == "category" && $0.from == nil }
      && ReportHistory.isRetired(file) == isRetired
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
