package import Diagnosing

extension Rule {
  package static let danglingReference = Rule(
    "dangling-reference",
    summary: "A name leads to something that exists.",
    cause: "A vendor, criterion, scale, source or author is misspelt, renamed or gone.",
    remedy: "Use an existing name; the message proposes the nearest.")
}

extension Diagnostic {
  package static func danglingReference(
    _ what: String, _ name: String, among known: [String], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .danglingReference, "there is no \(what) '\(name)'", at: span,
      unknown: UnknownWord(name, among: known)
    )
  }
}
