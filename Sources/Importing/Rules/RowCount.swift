package import Diagnosing

extension Rule {
  package static let rowCount = Rule(
    "row-count",
    summary: "A table has at most 30,000 rows.",
    cause: "Each row becomes a file; a mistaken table would fill memory and disk.",
    remedy: "Import the table in parts.")
}

extension Diagnostic {
  package static func rowCount(_ bound: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(.rowCount, "the table has more than \(bound) rows", at: span)
  }
}
