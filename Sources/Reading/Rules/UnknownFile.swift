package import Diagnosing

extension Diagnostic {
  /// A file in the content folder that nothing reads.
  package static func unknownFile(at span: SourceSpan) -> Diagnostic {
    Diagnostic(.warning, rule: "unknown-file", "nothing reads this file", at: span)
  }
}
