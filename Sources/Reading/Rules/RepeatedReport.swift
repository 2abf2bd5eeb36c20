package import Diagnosing

extension Diagnostic {
  /// A week without news needs no report: the one before stays in force.
  package static func repeatedReport(_ week: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, rule: "repeated-report",
      "the report is that of \(week), byte for byte; without it, that one stays in force", at: span)
  }
}
