package import Diagnosing

extension Diagnostic {
  /// A word that the strings file does not have.
  package static func unknownString(_ key: String, among known: [String], at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      rule: "unknown-string", "the strings have no '\(key)'", at: span,
      suggestion: nearMiss(for: key, among: known))
  }
}
