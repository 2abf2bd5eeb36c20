package import Diagnosing

/// What a text may hold is bounded, so that no content can exhaust the machine (`Bounds`).
extension Diagnostic {
  static func markupLimit(_ excess: MarkdownCost.Excess, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule: "markup-limit",
      "the text has more than \(excess.limit) \(String(describing: excess.what))",
      at: span)
  }

  /// The keys and values of a file of YAML.
  package static func yamlNodes(_ limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(rule: "markup-limit", "the YAML has more than \(limit) keys and values", at: span)
  }
}
