package import Diagnosing

extension Diagnostic {
  /// Tabs do not indent YAML; which column they mean is anybody's guess.
  package static func tabIndentation(at span: SourceSpan) -> Diagnostic {
    Diagnostic(rule: "tab-indentation", "YAML is indented with spaces, not with tabs", at: span)
  }
}
