import Diagnosing

extension Diagnostic {
  /// A correction is about one thing.
  static func correctionSubject(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule: "correction-subject",
      "a correction names one of 'vendor', 'comparison' and 'page'", at: span)
  }
}
