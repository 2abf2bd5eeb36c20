import Diagnosing

/// `versus check`
enum CheckCommand {
  static let command = Command(
    "check",
    summary: "report everything that is wrong; write nothing",
    description: """
      Diagnostics go to standard error as text, to standard output in any other format.
      """,
    usages: [Usage(run: run)],
    options: [
      .strict, .source, .week, .baseURL, .drafts, .jobs, .format, .quiet, .verbose,
    ],
    examples: [
      Command.Example("versus check --strict --format github", "annotate a pull request")
    ])

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    var loader = SiteLoader(invocation)
    if let renderer = try loader.renderer() { loader.checkWhole(renderer) }
    let found = loader.diagnostics
    let isWrong = found.hasErrors || (invocation.has(.strict) && !found.isEmpty)
    if invocation.format != .text || !invocation.isQuiet || isWrong { loader.report() }
    return isWrong ? .contentWrong : .done
  }
}

extension Option {
  fileprivate static let strict = Option("strict", help: "treat warnings as errors")
}
