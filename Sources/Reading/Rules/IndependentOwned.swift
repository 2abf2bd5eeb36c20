package import Diagnosing

extension Diagnostic {
  /// Who owns a vendor is not independent of it (T-03).
  package static func independentOwned(_ vendor: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule: "independent-owned",
      "the site says 'independent: true', but its publisher owns '\(vendor)'", at: span
    )
  }
}
