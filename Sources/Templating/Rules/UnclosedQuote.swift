package import Diagnosing

extension Rule {
  package static let unclosedQuote = Rule(
    "unclosed-quote",
    summary: "Behind the closing quote of an attribute stands a space or the end of the tag.",
    cause: "A quote is missing before, so that the value goes on to the next one.",
    remedy: "Close the quote of the attribute that the note shows.")
}

extension Diagnostic {
  static func unclosedQuote(
    of attribute: String, begun quote: SourceSpan?, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .unclosedQuote,
      "text behind the value of '\(attribute)'; a space is missing, or its quote is not closed",
      at: span, notes: quote.map { [Note("the value begins here", at: $0)] } ?? [])
  }
}
