package import Diagnosing

extension Diagnostic {
  /// A name that leads nowhere.
  package static func danglingReference(
    _ what: String, _ name: String, among known: [String], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      rule: "dangling-reference", "there is no \(what) '\(name)'", at: span,
      suggestion: nearMiss(for: name, among: known)
    )
  }
}
