package import Diagnosing

extension Diagnostic {
  /// A block that no layout shows.
  package static func unknownBlock(_ name: String, among known: [String], at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      rule: "unknown-block", "the layout has no block '\(name)'", at: span,
      suggestion: nearMiss(for: name, among: known))
  }
}
