import Diagnosing
import Packing
import Planning
import Rendering
import Writing

/// The command `versus plan`.
enum PlanCommand {
  static let command = Command(
    "plan",
    summary: "show what a build would write, and which limits of a host it breaks",
    description: """
      Lists the limits of all known hosts, or of the one that `--host` names. With `--host`, exit
      code 4 means that the site breaks one of them.

      `--packed` plans what `build --packed` would write.

      `--templates` shows instead what comparison pages are made of, and which expressions of the
      templates cost most.

      Of more than 100,000 comparisons some are rendered, and the bytes are an estimate. A site with
      more pages than `maxPages` allows is planned all the same; the exit code is 1.
      """,
    usages: [Usage(options: [.host], run: run)],
    options: [
      .host, .packed, .templates, .source, .week, .baseURL, .drafts, .jobs, .format, .quiet,
      .verbose,
    ],
    examples: [
      Command.Example("versus plan --host github", "check whether GitHub Pages takes the site")
    ])

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    var loader = SiteLoader(invocation)
    guard let renderer = try loader.renderer(anySize: true) else {
      loader.report()
      return .contentWrong
    }
    loader.reportWarnings()
    let isTooLarge = loader.diagnostics.hasErrors
    if invocation.has(.templates) {
      let costs = TemplateCosts(renderer, source: invocation.source)
      Terminal.print(invocation.format == .json ? jsonText(costs) + "\n" : costs.text)
      return isTooLarge ? .contentWrong : .done
    }
    let host = invocation[.host].flatMap { Host(rawValue: $0) }
    if invocation.has(.packed), host == .github { throw SiteLoader.runsNothing("github") }
    try DrawingRequirement.check(renderer.plan)
    let pack = invocation.has(.packed) ? try loader.pack(renderer) : nil
    if invocation.has(.packed), pack == nil {
      loader.report()
      return .contentWrong
    }
    let size = SiteMeasurer(renderer: renderer, jobs: invocation.jobs, pack: pack?.files)
      .measure()
    let all = Host.allCases.filter { !invocation.has(.packed) || $0 != .github }
    let hosts = host.map { [$0] } ?? all
    let result = PlanResult(size, pages: renderer.plan.pageCount, hosts: hosts)
    Terminal.print(
      invocation.format == .json ? jsonText(result) + "\n" : result.text(for: hosts))
    if isTooLarge { return .contentWrong }
    return host != nil && result.limits.contains(where: \.isBroken) ? .checkFailed : .done
  }
}

extension Option {
  fileprivate static let host = Option(
    "host",
    takes: .word("HOST", among: Host.allCases.map(\.rawValue)).standard("all"),
    help: "the host whose limits count")
  fileprivate static let templates = Option(
    "templates", help: "show the costs of the templates instead")
}
