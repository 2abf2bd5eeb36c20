package import Diagnosing

extension Diagnostic {
  /// A member that the value does not have.
  package static func unknownMember(
    _ name: String, of type: String, among known: [String], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      rule: "unknown-member", "\(type) has no '\(name)'", at: span,
      suggestion: nearMiss(for: name, among: known))
  }
}
