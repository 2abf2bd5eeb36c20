package import Diagnosing

extension Rule {
  package static let danglingReference = Rule(
    "dangling-reference",
    summary: "A name leads to something that exists.",
    cause: "A vendor, criterion, scale, source or author is misspelt, renamed or gone.",
    remedy: "Use an existing name; the message proposes the nearest.")
}

extension Diagnostic {
  /// Reports a name of a vendor that has no report but drafts.
  static func draftReference(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .danglingReference,
      "'\(name)' is a draft, to which nothing may lead; remove 'draft' from its report, or build "
        + "with --drafts", at: span)
  }

  package static func danglingReference(
    _ what: String, _ name: String, among known: [String], at span: SourceSpan
  ) -> Diagnostic {
    if known.isEmpty {
      return Diagnostic(
        .danglingReference, "there is no \(what) '\(name)', nor any other", at: span)
    }
    // A name of two parts may have lost the first, as `group.criterion` its group.
    let whole = known.filter { $0.hasSuffix("." + name) }
    if whole.count == 1 {
      return Diagnostic(
        .danglingReference, "there is no \(what) '\(name)'", at: span, suggestion: whole.first)
    }
    if whole.count > 1 {
      let names = whole.joined(separator: ", ")
      return Diagnostic(
        .danglingReference, "there is no \(what) '\(name)'; it may be one of \(names)", at: span)
    }
    return Diagnostic(
      .danglingReference, "there is no \(what) '\(name)'", at: span,
      unknown: UnknownWord(name, among: known)
    )
  }
}
