package import Diagnosing

extension Diagnostic {
  /// A template always ends.
  package static func circularInclude(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(rule: "circular-include", "'\(path)' includes itself", at: span)
  }
}
