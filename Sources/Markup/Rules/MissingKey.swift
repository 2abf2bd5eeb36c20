package import Diagnosing

extension Diagnostic {
  /// A key that has no default must be given.
  package static func missingKey(_ key: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(rule: "missing-key", "the key '\(key)' is required", at: span)
  }
}
