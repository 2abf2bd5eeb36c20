package import Diagnosing

extension Rule {
  package static let unfilledCriterion = Rule(
    "unfilled-criterion", severity: .warning,
    summary: "Every criterion has a value in some report.",
    cause: "No report of the last year fills the criterion, so its row says \"No data\" "
      + "everywhere.",
    remedy: "Fill the criterion or remove it from the category.")
}

extension Diagnostic {
  package static func unfilledCriterion(_ criterion: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unfilledCriterion,
      "no report of the last year has a value for \(criterion)", at: span)
  }
}
