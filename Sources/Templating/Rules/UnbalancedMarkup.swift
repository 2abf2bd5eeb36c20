package import Diagnosing

extension Rule {
  package static let unbalancedMarkup = Rule(
    "unbalanced-markup",
    summary: "All branches leave the HTML in the same state.",
    cause: "One branch opens a tag, an attribute or a quote that another branch does not.",
    remedy: "Put the whole tag or attribute inside each branch, or outside of all.")
}

extension Diagnostic {
  package static func unbalancedMarkup(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unbalancedMarkup,
      "its parts end in different places of the HTML, so what follows cannot be escaped", at: span)
  }
}
