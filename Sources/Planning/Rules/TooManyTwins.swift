package import Diagnosing

extension Rule {
  package static let tooManyTwins = Rule(
    "too-many-twins",
    summary: "Comparisons stand beside themselves as Markdown on small sites only.",
    cause:
      "The site asks for the Markdown of each comparison, and has more than that is meant for.",
    remedy: "Write `markdown: pages`.")
}

extension Diagnostic {
  package static func tooManyTwins(
    _ count: Int, allowed: Int, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .tooManyTwins,
      "the site would have \(count) comparisons in Markdown, more than the \(allowed) that can be "
        + "made; write 'markdown: pages'", at: span)
  }
}
