package import Diagnosing

extension Rule {
  package static let missingCategory = Rule(
    "missing-category",
    summary: "A report says which category it belongs to, if there are several.",
    cause: "A second category was added, and earlier reports name none.",
    remedy: "Write `category:` with the name of the category's file below the report's `name`.")
}

extension Diagnostic {
  /// - Parameter others: how many more reports name no category.
  static func missingCategory(
    among known: [String], others: Int = 0, at span: SourceSpan
  ) -> Diagnostic {
    let who = others == 0 ? "the report has" : "this report and \(counted(others, "other")) have"
    let choices = known.map { "'category: \($0)'" }.joined(separator: " or ")
    let each = others == 0 ? "" : " into each"
    return Diagnostic(
      .missingCategory,
      "\(who) no 'category', which is required as there are several; write \(choices)\(each)",
      at: span)
  }
}
