package import Diagnosing

extension Rule {
  package static let sameVendor = Rule(
    "same-vendor",
    summary: "A table has at most one row per vendor and week.",
    cause: "Two rows name the same vendor in the same week.",
    remedy: "Remove one row, or name the column of weeks in the mapping.")
}

extension Diagnostic {
  package static func sameVendor(
    _ slug: String, _ week: String, first: SourceSpan, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .sameVendor, "the table already has a row for '\(slug)' in \(week)", at: span,
      notes: [Diagnostic.Note("it is here", at: first)])
  }
}
