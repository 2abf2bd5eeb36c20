package import Diagnosing

extension Rule {
  package static let wrongType = Rule(
    "wrong-type",
    summary: "A value is the mapping, list or scalar that its key expects.",
    cause: "A list was written as a text, a mapping as a list, or the like.",
    remedy: "Write the value as the message says.")
}

extension Diagnostic {
  package static func wrongType(
    _ name: String, expected: String, suggestion: String? = nil, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(.wrongType, "\(name) must be \(expected)", at: span, suggestion: suggestion)
  }
}
