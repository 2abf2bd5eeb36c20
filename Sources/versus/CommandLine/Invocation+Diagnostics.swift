import Diagnosing

extension Invocation {
  /// Prints diagnostics: machine-readable ones to standard output, human-readable ones to standard
  /// error.
  func report(_ diagnostics: Diagnostics) {
    let text = format.print(
      diagnostics.sorted, omitted: diagnostics.omittedCount, color: hasColor)
    if format == .text { Terminal.note(text) } else { Terminal.print(text) }
  }

  /// Prints warnings that accompany a result. With `json`, only the result goes to standard output.
  func reportWarnings(_ diagnostics: Diagnostics) {
    switch format {
    case .sarif, .github: report(diagnostics)
    case .text, .json:
      if diagnostics.isEmpty || isQuiet { return }
      Terminal.note(
        DiagnosticFormat.text.print(
          diagnostics.sorted, omitted: diagnostics.omittedCount, color: hasColor))
    }
  }
}
