package import Diagnosing

extension Rule {
  package static let frontMatter = Rule(
    "front-matter",
    summary: "A Markdown file begins with front matter between two lines of three dashes.",
    cause: "The first or the second line of dashes is missing.",
    remedy: "Begin the file with `---`, then the keys, then `---` on a line of its own.")
}

extension Diagnostic {
  package static func frontMatter(_ problem: Diagnostic.Message, at span: SourceSpan) -> Diagnostic
  {
    Diagnostic(.frontMatter, problem, at: span)
  }
}
