import Diagnosing

extension Invocation {
  /// Prints what was found: for machines to standard output, for people to standard error.
  func report(_ diagnostics: Diagnostics, hasColor: Bool) {
    let text = format.print(diagnostics.sorted, color: hasColor)
    if format == .text { Terminal.note(text) } else { Terminal.print(text) }
  }

  /// Prints warnings beside a result, which under `json` has standard output for itself.
  func reportWarnings(_ diagnostics: Diagnostics, hasColor: Bool) {
    switch format {
    case .sarif, .github: report(diagnostics, hasColor: hasColor)
    case .text, .json:
      if diagnostics.isEmpty || isQuiet { return }
      Terminal.note(DiagnosticFormat.text.print(diagnostics.sorted, color: hasColor))
    }
  }
}
