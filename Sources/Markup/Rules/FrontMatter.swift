package import Diagnosing

extension Diagnostic {
  /// A report begins with front matter between two lines of three dashes.
  package static func frontMatter(_ problem: Diagnostic.Message, at span: SourceSpan) -> Diagnostic
  {
    Diagnostic(rule: "front-matter", problem, at: span)
  }
}
