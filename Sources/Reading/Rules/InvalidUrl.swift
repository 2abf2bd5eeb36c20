package import Diagnosing

extension Rule {
  package static let invalidURL = Rule(
    "invalid-url",
    summary: "Addresses are safe to follow.",
    cause: "The address is not complete, or has a scheme such as `javascript:`.",
    remedy: "Write an http or https address, or a path where the message allows one.")
}

extension Diagnostic {
  package static func invalidURL(
    _ name: String, _ value: String, expected: String, suggestion: String? = nil,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .invalidURL, "\(name) '\(value)' is not \(expected)", at: span, suggestion: suggestion)
  }
}
