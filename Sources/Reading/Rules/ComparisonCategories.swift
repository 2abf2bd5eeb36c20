package import Diagnosing

extension Diagnostic {
  /// Vendors are compared within a category.
  package static func comparisonCategories(
    _ left: String, _ right: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      rule: "comparison-categories", "'\(left)' and '\(right)' are not of one category", at: span)
  }
}
