/// A format for printing diagnostics.
package enum DiagnosticFormat: String, Sendable, CaseIterable {
  case text, json, sarif, github

  package func print(_ diagnostics: [Diagnostic], color: Bool) -> String {
    switch self {
    case .text: TextPrinter(color: color).print(diagnostics)
    case .json: JSONPrinter.print(diagnostics)
    case .sarif: SARIFPrinter.print(diagnostics)
    case .github: GitHubPrinter.print(diagnostics)
    }
  }
}
