package import Diagnosing

extension Diagnostic {
  /// Two names that make one slug would share their reports.
  package static func sharedSlug(
    _ slug: String, _ name: String, first: SourceSpan, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      rule: "shared-slug",
      "'\(name)' has the slug '\(slug)', which another name of the table has too", at: span,
      notes: [Diagnostic.Note("it is here", at: first)])
  }
}
