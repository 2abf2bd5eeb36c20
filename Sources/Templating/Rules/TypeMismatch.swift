package import Diagnosing

extension Rule {
  package static let typeMismatch = Rule(
    "type-mismatch",
    summary: "A value has the type that its place needs.",
    cause: "For instance, a text is used as a condition, or HTML in an attribute.",
    remedy: "Convert or compare the value as the message says.")
}

extension Diagnostic {
  package static func typeMismatch(_ problem: Diagnostic.Message, at span: SourceSpan) -> Diagnostic
  {
    Diagnostic(.typeMismatch, problem, at: span)
  }
}
