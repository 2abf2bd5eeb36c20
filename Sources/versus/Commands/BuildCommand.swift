import Content
import Diagnosing
import Glibc
import Rendering
import Synchronization
import Templating
import Writing

/// `versus build`
enum BuildCommand {
  static func run(_ invocation: Invocation, hasColor: Bool) throws -> ExitCode {
    var loader = SiteLoader(invocation)
    guard let renderer = try loader.renderer(), loader.checkFrozenReports(of: renderer) else {
      loader.report(hasColor: hasColor)
      return .contentWrong
    }
    UntilExit.keep(renderer)
    loader.reportWarnings(hasColor: hasColor)
    let output = try OutputFolder(invocation.output, source: invocation.source)
    _ = signal(SIGINT) { _ in interrupted.store(true, ordering: .relaxed) }
    _ = signal(SIGTERM) { _ in interrupted.store(true, ordering: .relaxed) }
    var options = SiteWriter.Options()
    options.jobs = invocation.jobs
    options.force = invocation.has(.force)
    options.shard = invocation[.shard].flatMap { Shard($0) }
    options.tool = Program.identity
    if !invocation.isQuiet {
      options.willWait = { [output = invocation.output] in
        Terminal.note("waiting for another build of '\(output)' to end\n")
      }
    }
    options.isInterrupted = { interrupted.load(ordering: .relaxed) }
    let writer = SiteWriter(
      renderer: renderer, output: output, source: invocation.source, options: options)
    if invocation.has(.verify) { return try verify(writer, invocation) }
    let bar = ProgressBar(options.progress, invocation)
    let result: BuildResult
    do {
      defer { bar?.end() }
      result = try writer.write()
    }
    switch invocation.format {
    case .json: Terminal.print(jsonText(result) + "\n")
    case .text where !invocation.isQuiet: Terminal.print(summary(result, invocation.output))
    default: break
    }
    return .done
  }

  /// Prints which files are not what a build would write.
  private static func verify(_ writer: SiteWriter, _ invocation: Invocation) throws -> ExitCode {
    let different = try writer.verify()
    if invocation.format == .json {
      let missing = different.filter { $0.kind == .missing }
      Terminal.print(
        jsonText(["different": different.map(\.path), "missing": missing.map(\.path)]) + "\n")
    } else {
      for file in different.prefix(20) {
        Terminal.note("\(invocation.output)/\(file.path): \(file.kind.text)\n")
      }
      if different.count > 20 { Terminal.note("… and \(different.count - 20) more\n") }
      if !invocation.isQuiet {
        Terminal.print(
          different.isEmpty
            ? "every file is what a build would write\n"
            : "\(counted(different.count, "file")) not as a build would leave them; "
              + "'versus build --force' mends that\n")
      }
    }
    return different.isEmpty ? .done : .checkFailed
  }

  private static func summary(_ result: BuildResult, _ output: String) -> String {
    let rate = result.seconds > 0 ? Int(Double(result.pages) / result.seconds) : 0
    let megabytes = { (bytes: Int) in "\((bytes + 524_288) / 1_048_576) MB" }
    let change =
      result.written + result.removed == 0
      ? "nothing to do, \(counted(result.unchanged, "file")) unchanged"
      : "\(result.written) written, \(result.unchanged) unchanged, \(result.removed) removed"
    return """
      \(result.week): \(counted(result.vendors, "vendor")), \
      \(counted(result.comparisons, "comparison")), \(counted(result.pages, "page")) in \(output)
      \(change); \(megabytes(result.bytes)), \(rate) pages/s, peak memory \(megabytes(result.peakMemoryBytes))

      """
  }
}

extension OutputDifference.Kind {
  fileprivate var text: String {
    switch self {
    case .differs: "differs"
    case .missing: "is missing"
    case .outdated: "no longer belongs to the site"
    }
  }
}

/// Set by a signal; asked between pages.
private let interrupted = Atomic(false)
