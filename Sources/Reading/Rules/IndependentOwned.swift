package import Diagnosing

extension Rule {
  package static let independentOwned = Rule(
    "independent-owned",
    summary: "A publisher that owns a vendor is not independent of it (T-03).",
    cause: "`site.yaml` says `independent: true`, and a vendor has `relationship: owned`.",
    remedy: "Remove one of the two statements.")
}

extension Diagnostic {
  package static func independentOwned(_ vendor: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .independentOwned,
      "the site says 'independent: true', but its publisher owns '\(vendor)'", at: span
    )
  }
}
