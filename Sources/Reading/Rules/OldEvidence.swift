package import Diagnosing

extension Rule {
  package static let oldEvidence = Rule(
    "old-evidence", severity: .warning,
    summary: "Evidence is not older than its report's week.",
    cause: "A source was accessed before the week began, and may no longer hold.",
    remedy: "Look at the source again and update `accessed`.")
}

extension Diagnostic {
  package static func oldEvidence(
    _ date: String, _ week: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .oldEvidence, "the evidence was accessed on \(date), before \(week) began",
      at: span)
  }
}
