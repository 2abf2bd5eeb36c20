package import Diagnosing

extension Diagnostic {
  /// A mapping where a list is read, and the like.
  package static func wrongType(_ name: String, expected: String, at span: SourceSpan) -> Diagnostic
  {
    Diagnostic(rule: "wrong-type", "\(name) must be \(expected)", at: span)
  }
}
