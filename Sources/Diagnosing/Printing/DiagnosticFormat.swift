/// A format for printing diagnostics.
package enum DiagnosticFormat: String, Sendable, CaseIterable {
  case text, json, sarif, github

  /// - Parameter omitted: how many more there are; said to people alone.
  package func print(_ diagnostics: [Diagnostic], omitted: Int = 0, color: Bool) -> String {
    switch self {
    case .text: TextPrinter(color: color).print(diagnostics, omitted: omitted)
    case .json: JSONPrinter.print(diagnostics)
    case .sarif: SARIFPrinter.print(diagnostics)
    case .github: GitHubPrinter.print(diagnostics)
    }
  }
}
