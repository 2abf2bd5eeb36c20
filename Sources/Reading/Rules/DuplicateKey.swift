package import Diagnosing

extension Rule {
  package static let duplicateKey = Rule(
    "duplicate-key",
    summary: "A key is given once.",
    cause: "The key appears twice in a mapping, and one of its values would be lost.",
    remedy: "Remove one of them.")
}

extension Diagnostic {
  package static func duplicateKey(_ key: String, first: SourceSpan, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .duplicateKey, "the key '\(key)' is already given", at: span,
      notes: [Diagnostic.Note("the first one is here", at: first)])
  }
}
