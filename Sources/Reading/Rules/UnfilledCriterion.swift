package import Diagnosing

extension Diagnostic {
  /// A row that says "no data" of everybody tells nothing.
  package static func unfilledCriterion(_ criterion: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, rule: "unfilled-criterion",
      "no report of the last year has a value for \(criterion)", at: span)
  }
}
