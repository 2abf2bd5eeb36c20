package import Diagnosing

extension Diagnostic {
  /// A template that is not there.
  package static func unknownTemplate(_ path: String, among known: [String], at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      rule: "unknown-template", "there is no template '\(path)'", at: span,
      suggestion: nearMiss(for: path, among: known))
  }
}
