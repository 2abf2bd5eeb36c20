package import Diagnosing

extension Rule {
  package static let futureEvidence = Rule(
    "future-evidence", severity: .warning,
    summary: "Evidence is not newer than its report.",
    cause: "A source was accessed after the report's week and after its `updated`.",
    remedy: "Correct the date, set `updated`, or cite the source in a newer report.")
}

extension Diagnostic {
  package static func futureEvidence(
    _ date: String, _ week: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .futureEvidence,
      "the evidence was accessed on \(date), after \(week) and after the report's 'updated'",
      at: span)
  }
}
