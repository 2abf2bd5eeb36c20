package import Diagnosing

extension Rule {
  package static let repeatedTitle = Rule(
    "repeated-title", severity: .warning,
    summary: "Comparisons have different titles.",
    cause: "Editors gave two comparisons the same `title`, so both show their address as well.",
    remedy: "Change one of the titles.")
}

extension Diagnostic {
  package static func repeatedTitle(
    _ title: String, _ pair: String, first: SourceSpan, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .repeatedTitle,
      "another comparison has the title '\(title)'; both pages add their address, "
        + "here '(\(pair))'", at: span,
      notes: [Diagnostic.Note("the other title is here", at: first)])
  }
}
