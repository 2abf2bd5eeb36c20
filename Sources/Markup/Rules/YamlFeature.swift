package import Diagnosing

extension Rule {
  package static let yamlFeature = Rule(
    "yaml-feature",
    summary: "Values are written out in full.",
    cause: "Anchors, aliases, merge keys, tags and further documents hide what a value is.",
    remedy: "Write the value where it is used.")
}

extension Diagnostic {
  package static func yamlFeature(_ feature: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .yamlFeature, "\(feature) is not supported here; write the value out", at: span)
  }
}
