package import Diagnosing

extension Diagnostic {
  /// A vendor is of one category.
  package static func duplicateSlug(_ slug: String, first: SourceSpan, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      rule: "duplicate-slug", "the vendor '\(slug)' is already in another category", at: span,
      notes: [Diagnostic.Note("it is here", at: first)])
  }
}
