import Diagnosing

/// `versus check`
enum CheckCommand {
  static func run(_ invocation: Invocation, hasColor: Bool) throws -> ExitCode {
    var loader = SiteLoader(invocation)
    if let renderer = try loader.renderer() { loader.checkFrozenReports(of: renderer) }
    let found = loader.diagnostics
    let isWrong = found.hasErrors || (invocation.has(.strict) && !found.isEmpty)
    if invocation.format != .text || !invocation.has(.quiet) || isWrong {
      loader.report(hasColor: hasColor)
    }
    return isWrong ? .contentWrong : .done
  }
}
