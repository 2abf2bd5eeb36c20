import Content
package import Diagnosing

extension Rule {
  package static let frozenReport = Rule(
    "frozen-report",
    summary: "The inputs of a frozen week change only with a correction.",
    cause: "A report was edited, removed or added after its week was frozen by `versus snapshot`.",
    remedy: "Undo the change, or explain it in `content/corrections.yaml`.")
}

extension Diagnostic {
  static func frozenReport(
    _ path: String, _ change: SnapshotDifference.Change, _ week: Week, at span: SourceSpan
  ) -> Diagnostic {
    let what =
      switch change {
      case .changed: "was edited"
      case .missing: "was removed"
      case .new: "was added"
      }
    return Diagnostic(
      .frozenReport,
      "'\(path: path)' \(what) after \(week.text) was frozen; say why in content/corrections.yaml",
      at: span)
  }
}
