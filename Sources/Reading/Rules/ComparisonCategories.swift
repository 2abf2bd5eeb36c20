package import Diagnosing

extension Rule {
  package static let comparisonCategories = Rule(
    "comparison-categories",
    summary: "Vendors are compared within their category.",
    cause: "A comparison file names vendors of two categories.",
    remedy: "Compare vendors of one category, or move one of them.")
}

extension Diagnostic {
  package static func comparisonCategories(
    _ left: String, _ right: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .comparisonCategories, "'\(left)' and '\(right)' are not in the same category", at: span)
  }
}
