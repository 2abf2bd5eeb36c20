package import Diagnosing

extension Rule {
  package static let missingKey = Rule(
    "missing-key",
    summary: "A key without a default value is given.",
    cause: "The key was forgotten or misspelt.",
    remedy: "Add the key; `versus schema report`, `category` or `site` lists them all.")
}

extension Diagnostic {
  package static func missingKey(_ key: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(.missingKey, "the key '\(key)' is required", at: span)
  }
}
