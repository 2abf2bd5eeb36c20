import Content
import Diagnosing

extension Diagnostic {
  /// A frozen week changes only in the open.
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
      rule: "frozen-report",
      "'\(path: path)' \(what) after \(week.text) was frozen; say why in content/corrections.yaml",
      at: span)
  }
}
