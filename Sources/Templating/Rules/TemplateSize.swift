package import Diagnosing

extension Rule {
  package static let templateSize = Rule(
    "template-size",
    summary: "A template with all its includes stays below the limit.",
    cause: "Nested includes multiply; the limit keeps a template from exhausting the machine "
      + "(Y-03).",
    remedy: "Include less, or loop instead of repeating.")
}

extension Diagnostic {
  package static func templateSize(_ limit: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .templateSize, "with its includes this template has more than \(limit)", at: span)
  }
}
