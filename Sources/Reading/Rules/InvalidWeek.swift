package import Diagnosing

extension Rule {
  package static let invalidWeek = Rule(
    "invalid-week",
    summary: "Weeks are ISO 8601 weeks.",
    cause: "The name is not of the form `2026-W14`, or the year has no such week.",
    remedy: "Rename the folder or correct the week.")
}

extension Diagnostic {
  package static func invalidWeek(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(.invalidWeek, "'\(name)' is not an ISO 8601 week such as 2026-W14", at: span)
  }
}
