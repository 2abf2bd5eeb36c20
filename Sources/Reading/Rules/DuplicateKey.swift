package import Diagnosing

extension Diagnostic {
  /// Of two values for one key, one would be lost.
  package static func duplicateKey(_ key: String, first: SourceSpan, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      rule: "duplicate-key", "the key '\(key)' is already given", at: span,
      notes: [Diagnostic.Note("the first one is here", at: first)])
  }
}
