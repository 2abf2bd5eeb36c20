package import Diagnosing

extension Rule {
  package static let unusedColumn = Rule(
    "unused-column", severity: .warning,
    summary: "Every column of a table is used.",
    cause: "The mapping does not mention the column, perhaps because its name is misspelt.",
    remedy: "Add the column to `columns`, or to `ignore`.")
}

extension Diagnostic {
  package static func unusedColumn(_ column: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unusedColumn, "the mapping makes nothing of the column '\(column)'",
      at: span)
  }
}
