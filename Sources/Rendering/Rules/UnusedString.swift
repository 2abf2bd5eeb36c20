package import Diagnosing

extension Rule {
  package static let unusedString = Rule(
    "unused-string", severity: .warning,
    summary: "Every text in `templates/strings` is on some page.",
    cause: "The key is misspelt, or the template that used it is gone.",
    remedy: "Use the key that the message names, or remove the text.")
}

extension Diagnostic {
  static func unusedString(
    _ key: String, among known: some Collection<String> & Sendable, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .unusedString, "no template uses the string '\(key)'", at: span,
      unknown: UnknownWord(key, among: known))
  }
}
