package import Diagnosing

extension Diagnostic {
  /// Only addresses that are safe to follow.
  package static func invalidURL(
    _ name: String, _ value: String, expected: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(rule: "invalid-url", "\(name) '\(value)' is not \(expected)", at: span)
  }
}
