package import Diagnosing
package import FoundationEssentials

extension Diagnostic {
  /// A score that moves far from one report to the next is a mistake, or news that wants a reason.
  package static func drift(
    _ criterion: String, _ from: Decimal, _ to: Decimal, _ alert: Int, at span: SourceSpan,
    old: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .warning, rule: "drift",
      "\(criterion) moves from \(from) to \(to), by more than \(alert), and the report has no "
        + "'reason'", at: span, notes: [Diagnostic.Note("it was this", at: old)])
  }
}
