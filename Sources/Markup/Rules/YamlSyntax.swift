package import Diagnosing

extension Diagnostic {
  /// What libyaml could not parse, in its words.
  package static func yamlSyntax(_ problem: Diagnostic.Message, at span: SourceSpan) -> Diagnostic {
    Diagnostic(rule: "yaml-syntax", problem, at: span)
  }
}
