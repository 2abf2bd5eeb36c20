package import Diagnosing

extension Rule {
  package static let unknownString = Rule(
    "unknown-string",
    summary: "A string exists in `templates/strings`.",
    cause: "The key is misspelt, or missing from `en.yaml`.",
    remedy: "Use an existing key, or add it to `templates/strings/en.yaml`.")
}

extension Diagnostic {
  package static func unknownString(
    _ key: String, among known: some Collection<String> & Sendable, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .unknownString, "the strings have no '\(key)'", at: span,
      unknown: UnknownWord(key, among: known))
  }
}
