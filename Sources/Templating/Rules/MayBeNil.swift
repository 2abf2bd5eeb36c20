package import Diagnosing

extension Diagnostic {
  /// A value that may not be there where one is needed.
  package static func mayBeNil(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule: "may-be-nil",
      "this may be nil; give a value for that case with '??', or test it with 'if let'", at: span)
  }
}
