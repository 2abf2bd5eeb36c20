package import Diagnosing

extension Rule {
  package static let idleReason = Rule(
    "idle-reason", severity: .warning,
    summary: "A reason explains a change since the report before.",
    cause: "The first report of a vendor has a `reason`, which no page shows, because nothing "
      + "changed yet.",
    remedy: "Move the reason to the report in which the scores change, or delete it.")
}

extension Diagnostic {
  package static func idleReason(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .idleReason, "'reason' explains a change, and this is the vendor's first report", at: span)
  }
}
