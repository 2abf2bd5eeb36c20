package import Diagnosing

extension Rule {
  package static let sharedSlug = Rule(
    "shared-slug",
    summary: "Two vendors of a table do not share a slug.",
    cause: "Slugs are made from names, and two names give the same letters and digits.",
    remedy: "Rename one vendor in the table, or import its row separately.")
}

extension Diagnostic {
  package static func sharedSlug(
    _ slug: String, _ name: String, first: SourceSpan, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .sharedSlug,
      "'\(name)' has the slug '\(slug)', which another name of the table has too; give slugs in a "
        + "column of their own, named by the mapping's key 'slug'", at: span,
      notes: [Diagnostic.Note("it is here", at: first)])
  }
}
