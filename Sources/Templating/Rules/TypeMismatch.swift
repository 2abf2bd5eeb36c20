package import Diagnosing

extension Diagnostic {
  /// A value of another type than its place asks for.
  package static func typeMismatch(_ problem: Diagnostic.Message, at span: SourceSpan) -> Diagnostic
  {
    Diagnostic(rule: "type-mismatch", problem, at: span)
  }
}
