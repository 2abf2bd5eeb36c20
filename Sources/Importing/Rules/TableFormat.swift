package import Diagnosing

extension Diagnostic {
  /// A table that cannot be cut into rows and values.
  package static func tableFormat(_ problem: Diagnostic.Message, at span: SourceSpan) -> Diagnostic
  {
    Diagnostic(rule: "table-format", problem, at: span)
  }
}
