package import Diagnosing

extension Rule {
  package static let unmergeableReport = Rule(
    "unmergeable-report",
    summary: "An existing report is changed only where its layout is understood.",
    cause: "The front matter is written in a way into which values cannot be inserted safely.",
    remedy: "Write the values into the report by hand.")
}

extension Diagnostic {
  static func unmergeableReport(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unmergeableReport,
      "the values of this row cannot be put into '\(path: path)' as it is written; "
        + "write them by hand",
      at: span)
  }
}
