package import Diagnosing

extension Rule {
  package static let yamlSyntax = Rule(
    "yaml-syntax",
    summary: "YAML can be parsed.",
    cause: "A quote, bracket or colon is missing or misplaced; the message is the parser's own.",
    remedy: "Correct the line; put texts that contain `: ` or ` #` in quotes.")
}

extension Diagnostic {
  package static func yamlSyntax(_ problem: Diagnostic.Message, at span: SourceSpan) -> Diagnostic {
    Diagnostic(.yamlSyntax, problem, at: span)
  }
}
