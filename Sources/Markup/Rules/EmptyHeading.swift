package import Diagnosing

extension Rule {
  package static let emptyHeading = Rule(
    "empty-heading",
    summary: "Every heading in Markdown has text.",
    cause: "A heading without text is a blank line on the page and an empty link in its contents.",
    remedy: "Write the heading, delete its marks, or give its image an alternative text.")
}

extension Diagnostic {
  package static func emptyHeading(at span: SourceSpan) -> Diagnostic {
    Diagnostic(.emptyHeading, "the heading has no text", at: span)
  }
}
