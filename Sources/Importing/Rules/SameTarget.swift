package import Diagnosing

extension Diagnostic {
  /// Of two columns for one value, one would be lost.
  package static func sameTarget(
    _ column: String, first: SourceSpan, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      rule: "same-target", "the column '\(column)' gives what another column gives already",
      at: span, notes: [Diagnostic.Note("that column is here", at: first)])
  }
}
