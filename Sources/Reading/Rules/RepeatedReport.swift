package import Diagnosing

extension Rule {
  package static let repeatedReport = Rule(
    "repeated-report", severity: .warning,
    summary: "A report says something new.",
    cause: "The report equals the one before it, byte for byte.",
    remedy: "Delete it: the older report stays in force.")
}

extension Diagnostic {
  package static func repeatedReport(_ week: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .repeatedReport,
      "the report equals that of \(week), byte for byte; without it, the older one stays in force",
      at: span)
  }
}
