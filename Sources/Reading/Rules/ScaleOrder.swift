package import Diagnosing

extension Rule {
  package static let scaleOrder = Rule(
    "scale-order", severity: .warning,
    summary: "The words of a scale run from worst to best.",
    cause: "The words run from good to bad, so that the worst value leads and wins.",
    remedy: "Turn the list round, or give the criteria of the scale `better: lower`.")
}

extension Diagnostic {
  package static func scaleOrder(
    _ scale: String, from first: String, to last: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .scaleOrder,
      "the scale '\(scale)' runs from '\(first)' to '\(last)', but the last value of a scale is "
        + "the best", at: span)
  }
}
