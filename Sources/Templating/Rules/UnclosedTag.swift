package import Diagnosing

extension Diagnostic {
  /// An opening without its closing parenthesis.
  package static func unclosedTag(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule: "unclosed-tag", "no ) closes this; write \\\\( for the two characters", at: span)
  }
}
