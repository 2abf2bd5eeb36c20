package import Diagnosing

extension Rule {
  package static let unclosedTag = Rule(
    "unclosed-tag",
    summary: #"Every `\(` has its `)`."#,
    cause: "A parenthesis is missing, or the two characters are meant as text.",
    remedy: #"Add `)`, or write `\\(` for the text."#)
}

extension Diagnostic {
  package static func unclosedTag(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unclosedTag, "no ) closes this; write \\\\( for the two characters", at: span)
  }
}
