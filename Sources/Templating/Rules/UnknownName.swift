package import Diagnosing

extension Diagnostic {
  /// A name that the page does not have.
  package static func unknownName(_ name: String, among known: [String], at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      rule: "unknown-name", "there is no '\(name)' here", at: span,
      suggestion: nearMiss(for: name, among: known))
  }
}
