package import Diagnosing
package import FoundationEssentials

extension Rule {
  package static let drift = Rule(
    "drift", severity: .warning,
    summary: "A score that moves far has a reason.",
    cause: "A score changed by more than `driftAlert` from one report to the next: a typing "
      + "error, or news.",
    remedy: "Correct the score, or explain it with `reason` in the report.")
}

extension Diagnostic {
  package static func drift(
    _ criterion: String, _ from: Decimal, _ to: Decimal, _ alert: Int, at span: SourceSpan,
    old: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .drift,
      "\(criterion) moves from \(from) to \(to), by more than \(alert), and the report has no "
        + "'reason'", at: span, notes: [Diagnostic.Note("the earlier value is here", at: old)])
  }
}
