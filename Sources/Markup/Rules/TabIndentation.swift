package import Diagnosing

extension Rule {
  package static let tabIndentation = Rule(
    "tab-indentation",
    summary: "YAML is indented with spaces.",
    cause: "A tab indents the line, and YAML does not say how wide a tab is.",
    remedy: "Replace the tab with spaces.")
}

extension Diagnostic {
  package static func tabIndentation(at span: SourceSpan) -> Diagnostic {
    Diagnostic(.tabIndentation, "YAML is indented with spaces, not with tabs", at: span)
  }
}
