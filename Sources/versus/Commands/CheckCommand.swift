import Diagnosing

/// `versus check`
enum CheckCommand {
  static let command = Command(
    "check",
    summary: "report everything that is wrong; write nothing",
    description: """
      Diagnostics go to standard error as text, to standard output in any other format.

      `--external` also asks other sites, with the program `curl`, for every address that the texts
      and the evidence of the site name: two a second, each for ten seconds at most, all for
      `--external-seconds`. Addresses that answer are not asked again for a week, so the next check
      goes on where one ran out of time.
      """,
    usages: [Usage(run: run)],
    options: [
      .strict, .external, .externalSeconds, .source, .week, .baseURL, .drafts, .jobs, .format,
      .quiet, .verbose,
    ],
    examples: [
      Command.Example("versus check --strict --format github", "annotate a pull request")
    ])

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    var loader = SiteLoader(invocation)
    if let renderer = try loader.renderer() {
      loader.checkWhole(renderer)
      if invocation.has(.external) {
        try loader.checkOutside(renderer, within: invocation.externalSeconds)
      }
    }
    let found = loader.diagnostics
    let isWrong = found.hasErrors || (invocation.has(.strict) && !found.isEmpty)
    if invocation.format != .text || !invocation.isQuiet || isWrong { loader.report() }
    return isWrong ? .contentWrong : .done
  }
}

extension Invocation {
  fileprivate var externalSeconds: Int { self[.externalSeconds].flatMap { Int($0) } ?? 600 }
}

extension Option {
  fileprivate static let external = Option(
    "external", help: "ask other sites whether the addresses that lead there answer")
  fileprivate static let externalSeconds = Option(
    "external-seconds", takes: .number("SECONDS", 1...86_400).standard("600"),
    help: "the most time that other sites get")
  fileprivate static let strict = Option("strict", help: "treat warnings as errors")
}
