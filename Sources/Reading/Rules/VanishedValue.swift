package import Diagnosing

extension Rule {
  package static let vanishedValue = Rule(
    "vanished-value", severity: .warning,
    summary: "A value does not disappear silently.",
    cause: "The previous report had a value for the criterion, and this one does not mention it.",
    remedy: "Copy the value, or write `{ value: null, note: … }` if it is no longer known.")
}

extension Diagnostic {
  package static func vanishedValue(
    _ criterion: String, _ week: String, at span: SourceSpan, old: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .vanishedValue,
      "\(criterion) had a value in \(week) but is missing from this report; if it is no longer "
        + "known, write '{ value: null, note: … }'", at: span,
      notes: [Diagnostic.Note("the earlier value is here", at: old)])
  }
}
