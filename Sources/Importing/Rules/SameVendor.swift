package import Diagnosing

extension Diagnostic {
  /// A week has one report of a vendor.
  package static func sameVendor(
    _ slug: String, _ week: String, first: SourceSpan, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      rule: "same-vendor", "the table already has a row for '\(slug)' in \(week)", at: span,
      notes: [Diagnostic.Note("it is here", at: first)])
  }
}
