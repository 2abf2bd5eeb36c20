package import Diagnosing

extension Diagnostic {
  /// The parts of a branch must leave the HTML in one state.
  package static func unbalancedMarkup(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule: "unbalanced-markup",
      "its parts end in different places of the HTML, so what follows cannot be escaped", at: span)
  }
}
