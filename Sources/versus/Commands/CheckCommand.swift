import Content
import Diagnosing
import Markup
import Reading
import System

/// The command `versus check`.
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

      `--packed` also names what `build --packed` could not put into parts, with the place in the \
      template.

      `--stdin` is for editors: the text of one file comes from standard input, saved or not, and is
      judged at its place within the site. PATH is below SOURCE, such as `templates/base.html`.
      """,
    usages: [Usage(run: run)],
    options: [
      .strict, .packed, .external, .externalSeconds, .stdin, .source, .week, .baseURL, .drafts,
      .jobs, .format, .quiet, .verbose,
    ],
    examples: [
      Command.Example("versus check --strict --format github", "annotate a pull request"),
      Command.Example(
        "versus check --format json --stdin templates/base.html < unsaved",
        "show mistakes in an editor as one types"),
    ])

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    var loader = SiteLoader(invocation, unsaved: try unsaved(invocation))
    if let renderer = try loader.renderer() {
      loader.checkWhole(renderer)
      if invocation.has(.packed) { _ = try loader.pack(renderer) }
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

extension CheckCommand {
  /// The file whose text is on standard input.
  private static func unsaved(_ invocation: Invocation) throws -> SourceFile? {
    guard let path = invocation[.stdin] else { return nil }
    let root = try ContentFolder(invocation.source).root + "/"
    let inside = path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
    guard inside.isRelativePath, ["content/", "templates/"].contains(where: inside.hasPrefix) else {
      throw UsageError("'--stdin' must be a file below content/ or templates/, not '\(path)'")
    }
    // One byte above the limit tells parsers that the file is too large.
    let bytes = try StandardInput.bytes(atMost: Bounds.fileMegabytes << 20 + 1)
    return SourceFile(path: inside, bytes: bytes)
  }
}

extension Invocation {
  fileprivate var externalSeconds: Int { self[.externalSeconds].flatMap { Int($0) } ?? 600 }
}

extension Option {
  fileprivate static let stdin = Option(
    "stdin",
    takes: OptionValue("PATH", .files, requirement: "must be a path") { !$0.isEmpty },
    help: "take the text of this file from standard input")
  fileprivate static let external = Option(
    "external", help: "ask other sites whether the addresses that lead there answer")
  fileprivate static let externalSeconds = Option(
    "external-seconds", takes: .number("SECONDS", 1...86_400).standard("600"),
    help: "the most time that other sites get")
  fileprivate static let strict = Option("strict", help: "treat warnings as errors")
}
