package import Diagnosing

extension Diagnostic {
  /// Evidence that was looked at before the week of its report may not hold in it.
  package static func oldEvidence(
    _ date: String, _ week: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .warning, rule: "old-evidence", "the evidence was accessed on \(date), before \(week) began",
      at: span)
  }
}
