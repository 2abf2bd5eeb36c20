package import Diagnosing

extension Diagnostic {
  /// What cannot be read as an expression or a form.
  package static func syntax(_ problem: Diagnostic.Message, at span: SourceSpan) -> Diagnostic {
    Diagnostic(rule: "syntax", problem, at: span)
  }
}
