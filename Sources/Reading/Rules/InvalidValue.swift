package import Diagnosing

extension Rule {
  package static let invalidValue = Rule(
    "invalid-value",
    summary: "A value has the form that its key or criterion expects.",
    cause: "The text cannot be read as the date, number, duration, amount or word that is needed.",
    remedy: "Write the value in the form that the message names.")
}

extension Diagnostic {
  package static func invalidValue(
    _ name: String, _ value: String, expected: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(.invalidValue, "\(name) '\(value)' is not \(expected)", at: span)
  }
}
