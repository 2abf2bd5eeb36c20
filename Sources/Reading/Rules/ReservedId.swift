package import Diagnosing

extension Diagnostic {
  /// A group's id is a key of its vendors' reports, where some keys are taken.
  package static func reservedID(_ id: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule: "reserved-id", "the group cannot be called '\(id)': reports have a key of that name",
      at: span)
  }
}
