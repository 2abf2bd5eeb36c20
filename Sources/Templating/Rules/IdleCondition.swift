package import Diagnosing

extension Rule {
  package static let idleCondition = Rule(
    "idle-condition", severity: .warning,
    summary: "A condition decides something.",
    cause: "It is the same on every page, so one of its branches is never shown.",
    remedy: "Correct the condition, or leave it out.")
}

extension Diagnostic {
  static func idleCondition(
    _ problem: Diagnostic.Message, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(.idleCondition, problem, at: span)
  }
}
