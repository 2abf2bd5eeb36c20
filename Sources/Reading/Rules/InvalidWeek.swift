package import Diagnosing

extension Diagnostic {
  /// Weeks are those of ISO 8601.
  package static func invalidWeek(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(rule: "invalid-week", "'\(name)' is not an ISO 8601 week such as 2026-W14", at: span)
  }
}
