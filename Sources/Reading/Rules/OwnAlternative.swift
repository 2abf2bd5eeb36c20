package import Diagnosing

extension Rule {
  package static let ownAlternative = Rule(
    "own-alternative",
    summary: "A vendor is not its own alternative.",
    cause: "A report lists its own vendor under `alternatives` or `complements`.",
    remedy: "Remove the entry.")
}

extension Diagnostic {
  package static func ownAlternative(_ vendor: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .ownAlternative, "'\(vendor)' cannot be an alternative to itself", at: span)
  }
}
