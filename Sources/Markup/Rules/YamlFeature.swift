package import Diagnosing

extension Diagnostic {
  /// Anchors, aliases, merge keys, tags and further documents: a reader would not see what they stand for.
  package static func yamlFeature(_ feature: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule: "yaml-feature", "\(feature) is not supported here; write the value out", at: span)
  }
}
