package import Diagnosing

extension Diagnostic {
  /// A column that nothing reads may have been forgotten.
  package static func unusedColumn(_ column: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, rule: "unused-column", "the mapping makes nothing of the column '\(column)'",
      at: span)
  }
}
