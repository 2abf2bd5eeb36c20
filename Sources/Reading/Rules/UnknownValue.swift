package import Diagnosing

extension Diagnostic {
  /// A word that its scale or list of choices does not have.
  package static func unknownValue(
    _ name: String, _ value: String, among known: [String], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      rule: "unknown-value",
      "\(name) '\(value)' is not one of \(known.joined(separator: ", "))", at: span,
      suggestion: nearMiss(for: value, among: known)
    )
  }
}
