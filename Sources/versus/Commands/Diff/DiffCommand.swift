import Comparing
import Content
import Diagnosing

/// The command `versus diff WEEK WEEK`.
enum DiffCommand {
  static let command = Command(
    "diff",
    summary: "show what changed between two weeks",
    description: """
      Lists changed rubrics; vendors added, retired and renamed; changed winners and tiers; and
      changed values with the leads they gained or lost: the headline criterion first, then the
      largest moves.
      """,
    usages: [Usage([Operand("WEEK"), Operand("WEEK")], run: run)],
    options: [.source, .drafts, .jobs, .format, .quiet, .verbose],
    examples: [
      Command.Example("versus diff 2026-W13 2026-W14", "show what the new week changed")
    ])

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let weeks = try invocation.operands.map { try Week(operand: $0) }
    var loader = SiteLoader(invocation)
    guard let edition = try loader.edition() else {
      loader.report()
      return .contentWrong
    }
    let changes = Changes(from: edition.asOf(weeks[0]), to: edition.asOf(weeks[1]))
    loader.mentionWarnings()
    switch invocation.format {
    case .json: Terminal.print(jsonText(ChangeList(changes)) + "\n")
    case .text:
      let style = ValueStyle(language: edition.library.site.language)
      Terminal.print(ChangeText(changes: changes, style: style).text)
    case .sarif, .github: break
    }
    return .done
  }
}

extension Week {
  /// Parses a week on the command line.
  ///
  /// - Throws: `UsageError` if there is no such week.
  init(operand text: String) throws(UsageError) {
    guard let week = Week(text) else {
      throw UsageError("'\(text)' is not an ISO 8601 week such as 2026-W14")
    }
    self = week
  }
}
