package import Diagnosing

extension Diagnostic {
  /// A number outside its bounds.
  package static func valueRange(
    _ name: String, _ value: String, _ bounds: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(rule: "value-range", "\(name) \(value) is not \(bounds)", at: span)
  }
}
