import Diagnosing

extension Diagnostic {
  /// A file is changed only where it is understood.
  static func unmergeableReport(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule: "unmergeable-report",
      "the values of this row cannot be put into '\(path: path)' as it is written; write them by hand",
      at: span)
  }
}
