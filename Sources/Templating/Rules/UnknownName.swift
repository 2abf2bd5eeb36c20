package import Diagnosing

extension Rule {
  package static let unknownName = Rule(
    "unknown-name",
    summary: "A name is known where it is used.",
    cause: "The page does not have the name, or a partial was not given it.",
    remedy: "Use a name that `versus schema template NAME` lists, or pass it to the partial.")
}

extension Diagnostic {
  package static func unknownName(_ name: String, among known: [String], at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .unknownName, "there is no '\(name)' here", at: span,
      unknown: UnknownWord(name, among: known))
  }

  /// Reports a word of another language.
  static func foreignName(_ name: String, writing right: String, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(.unknownName, "there is no '\(name)' here; write '\(right)'", at: span)
  }

  /// Reports a name of the page that an included template is not given.
  static func hiddenName(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownName,
      "there is no '\(name)' here; an include is given what it needs: '\(name): \(name)'", at: span)
  }
}
