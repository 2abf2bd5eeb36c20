package import Diagnosing

extension Rule {
  package static let duplicateSlug = Rule(
    "duplicate-slug",
    summary: "A vendor belongs to one category.",
    cause: "Two categories claim a vendor with the same slug.",
    remedy: "Rename one of the reports, or correct its `category`.")
}

extension Diagnostic {
  package static func duplicateSlug(_ slug: String, first: SourceSpan, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .duplicateSlug, "the vendor '\(slug)' is already in another category", at: span,
      notes: [Diagnostic.Note("the other report is here", at: first)])
  }
}
