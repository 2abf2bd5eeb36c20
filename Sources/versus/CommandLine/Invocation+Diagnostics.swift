import Diagnosing

extension Invocation {
  /// Prints diagnostics: for machines to standard output, for people to standard error.
  func report(_ diagnostics: Diagnostics) {
    let text = format.print(
      diagnostics.sorted, omitted: diagnostics.omittedCount, color: hasColor)
    if format == .text { Terminal.note(text) } else { Terminal.print(text) }
  }

  /// Prints warnings beside a result; under `json` the result alone goes to standard output.
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
