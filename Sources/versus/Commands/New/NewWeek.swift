import Comparing
import Content
import Diagnosing
import Reading
import System

/// The usage `versus new week WEEK`: creates the folder of a week. The folder is empty, because
/// reports are carried forward, or has copies of the reports in force in the week given by
/// `--from`.
enum NewWeek {
  static func run(_ invocation: Invocation) throws -> ExitCode {
    let week = try Week(operand: invocation.operands[1])
    let folder = "\(invocation.source)/content/reports/\(week.text)"
    if fileStatus(folder) != nil { throw UsageError("'\(folder)' is already there") }
    try FrozenWeeks(ContentFolder(invocation.source)).refuse(
      week, orElse: "start a later week")
    let hint: String
    if let from = invocation[.from].flatMap({ Week($0) }) {
      guard let count = try copyReports(from, to: week, invocation) else { return .contentWrong }
      hint =
        "\(count) reports are copies: update what changed, 'updated' first, and remove the others; "
        + "earlier reports stay in force.\n"
    } else {
      try makeFolder(of: "content/reports/\(week.text)/", inside: invocation.source)
      hint = "Reports of earlier weeks stay in force; add one for each vendor that changed.\n"
    }
    if !invocation.isQuiet { Terminal.note(hint) }
    NewCommand.say(folder, invocation)
    return .done
  }

  /// - Returns: the number of reports copied; nil if the content has errors.
  private static func copyReports(
    _ from: Week, to week: Week, _ invocation: Invocation
  ) throws -> Int? {
    if from >= week { throw UsageError("\(from.text) is not before \(week.text)") }
    var loader = SiteLoader(invocation)
    guard let edition = try loader.edition() else {
      loader.report()
      return nil
    }
    let earlier = Edition(library: edition.library, week: from)
    let reports = earlier.categories.flatMap { $0.vendors.map(\.report) }
    if reports.isEmpty { throw UsageError("no report is in force in \(from.text)") }
    for report in reports {
      try replaceFile(
        report.file.bytes, at: "content/reports/\(week.text)/\(report.slug.text).md",
        inside: invocation.source)
    }
    return reports.count
  }
}
