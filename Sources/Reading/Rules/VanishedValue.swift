package import Diagnosing

extension Diagnostic {
  /// A value that a report drops is forgotten more often than lost.
  package static func vanishedValue(
    _ criterion: String, _ week: String, at span: SourceSpan, old: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .warning, rule: "vanished-value",
      "\(criterion) had a value in \(week) and is not in this report; if it is not known any more, "
        + "write '{ value: null, note: … }'", at: span,
      notes: [Diagnostic.Note("it was this", at: old)])
  }
}
