package import Diagnosing

extension Rule {
  package static let syntax = Rule(
    "syntax",
    summary: "Tags and expressions of templates can be parsed.",
    cause: "An operator, bracket or name is missing or misplaced.",
    remedy: "Correct the expression; docs/templates.md lists what is possible.")
}

extension Diagnostic {
  package static func syntax(_ problem: Diagnostic.Message, at span: SourceSpan) -> Diagnostic {
    Diagnostic(.syntax, problem, at: span)
  }
}
