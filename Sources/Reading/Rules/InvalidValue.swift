package import Diagnosing

extension Diagnostic {
  /// A value that its kind cannot read.
  package static func invalidValue(
    _ name: String, _ value: String, expected: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(rule: "invalid-value", "\(name) '\(value)' is not \(expected)", at: span)
  }
}
