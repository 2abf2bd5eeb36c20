package import Diagnosing

extension Rule {
  package static let existingReport = Rule(
    "existing-report",
    summary: "An import does not replace what a report already says.",
    cause: "The report exists, and a value in it differs from the table's.",
    remedy: "Correct the table or the report, or let the table win with `--force`.")
}

extension Diagnostic {
  package static func existingReport(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .existingReport,
      "'\(path: path)' is there and says something else; put these values into it with --force",
      at: span)
  }
}
