package import Diagnosing

extension Rule {
  package static let unbalancedMarkup = Rule(
    "unbalanced-markup",
    summary: "All branches leave the HTML in the same state, and a page ends outside of its tags.",
    cause:
      "One branch opens a tag, an attribute or a quote that another one does not, or nothing "
      + "closes it.",
    remedy: "Put the whole tag or attribute inside each branch, or outside of all.")
}

extension Diagnostic {
  package static func unbalancedMarkup(at span: SourceSpan, open: SourceSpan?) -> Diagnostic {
    Diagnostic(
      .unbalancedMarkup,
      "the branches leave the HTML in different places, so what follows cannot be escaped",
      at: span,
      notes: open.map { [Note("this is open in one of them", at: $0)] } ?? [])
  }

  /// Reports a page that ends inside a tag, comment or element.
  static func unclosedMarkup(_ context: HTMLContext, at span: SourceSpan) -> Diagnostic {
    let what: Message =
      switch context.state {
      case .value: "the quote of '\(context.attribute)' is never closed"
      case .comment: "this comment is never closed"
      case .element, .json: "this element is never closed"
      default: "this tag is never closed"
      }
    return Diagnostic(.unbalancedMarkup, what, at: span)
  }
}
