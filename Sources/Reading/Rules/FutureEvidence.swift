package import Diagnosing

extension Diagnostic {
  /// A report cannot rest on what was looked at after it.
  package static func futureEvidence(
    _ date: String, _ week: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .warning, rule: "future-evidence",
      "the evidence was accessed on \(date), after \(week) and after the report's 'updated'",
      at: span)
  }
}
