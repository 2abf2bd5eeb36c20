import Content
package import Diagnosing

extension Rule {
  package static let frozenReport = Rule(
    "frozen-report",
    summary: "The inputs of a frozen week change only with a correction.",
    cause: "A report was edited, removed or added after its week was frozen by `versus snapshot`.",
    remedy:
      "Undo the change, or explain it in `content/corrections.yaml`, and freeze the week again. An "
      + "entry explains changes made after it was written, until the week is frozen again.")
}

extension Diagnostic {
  /// - Parameter isKnown: whether a correction that was known when the week was frozen would
  ///   explain the change.
  static func frozenReport(
    _ path: String, _ change: SnapshotDifference.Change, _ week: Week, isKnown: Bool,
    at span: SourceSpan
  ) -> Diagnostic {
    let what =
      switch change {
      case .changed: "was edited"
      case .missing: "was removed"
      case .new: "was added"
      }
    let place = isKnown ? "a new entry of content/corrections.yaml" : "content/corrections.yaml"
    return Diagnostic(
      .frozenReport,
      "'\(path: path)' \(what) after \(week.text) was frozen; say why in \(path: place)", at: span)
  }
}
