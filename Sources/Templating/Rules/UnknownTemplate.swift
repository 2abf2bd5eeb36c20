package import Diagnosing

extension Rule {
  package static let unknownTemplate = Rule(
    "unknown-template",
    summary: "An included or extended template exists.",
    cause: "The path is misspelt; it is relative to `templates/` and has no `.html`.",
    remedy: "Correct the path; the message proposes the nearest.")
}

extension Diagnostic {
  package static func unknownTemplate(_ path: String, among known: [String], at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .unknownTemplate, "there is no template '\(path)'", at: span,
      unknown: UnknownWord(path, among: known))
  }
}
