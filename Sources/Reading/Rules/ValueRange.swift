package import Diagnosing

extension Rule {
  package static let valueRange = Rule(
    "value-range",
    summary: "A number is within its bounds.",
    cause: "The number is smaller or larger than the criterion or key allows.",
    remedy: "Correct the number, or the bounds in the category.")
}

extension Diagnostic {
  package static func valueRange(
    _ name: String, _ value: String, _ bounds: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(.valueRange, "\(name) \(value) is not \(bounds)", at: span)
  }
}
