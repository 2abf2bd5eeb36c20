package import Diagnosing

extension Diagnostic {
  /// An else or an end that nothing waits for.
  package static func unexpectedTag(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule: "unexpected-tag", "nothing is open here that '\(name)' could belong to", at: span)
  }
}
