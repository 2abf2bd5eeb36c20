package import Diagnosing

extension Diagnostic {
  /// A key that nothing reads is a mistake, not a comment.
  package static func unknownKey(_ key: String, among known: [String], at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      rule: "unknown-key", "unknown key '\(key)'", at: span,
      suggestion: nearMiss(for: key, among: known)
    )
  }
}
