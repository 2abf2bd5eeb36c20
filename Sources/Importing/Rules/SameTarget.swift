package import Diagnosing

extension Rule {
  package static let sameTarget = Rule(
    "same-target",
    summary: "Two columns do not fill the same value.",
    cause: "The mapping sends two columns to one criterion or key, and one of them would be lost.",
    remedy: "Remove one of the columns from the mapping.")
}

extension Diagnostic {
  package static func sameTarget(
    _ column: String, first: SourceSpan, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .sameTarget, "the column '\(column)' gives what another column gives already",
      at: span, notes: [Diagnostic.Note("that column is here", at: first)])
  }
}
