package import Diagnosing

extension Rule {
  package static let rowCount = Rule(
    "row-count",
    summary: "A table has at most 30,000 rows, and 1,500,000 cells.",
    cause: "Each row becomes a file; a mistaken table would fill memory and disk.",
    remedy: "Import the table in parts.")
}

extension Diagnostic {
  package static func rowCount(_ bound: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(.rowCount, "the table has more than \(bound) rows", at: span)
  }

  package static func cellCount(_ bound: Int, columns: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .rowCount,
      "the table has more than \(bound) cells; of \(columns) columns it may have "
        + "\(bound / columns) rows", at: span)
  }
}
