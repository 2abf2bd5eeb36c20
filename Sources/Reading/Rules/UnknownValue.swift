package import Diagnosing

extension Rule {
  package static let unknownValue = Rule(
    "unknown-value",
    summary: "A word is one of its scale or list of choices.",
    cause: "The word is misspelt, or missing from the scale.",
    remedy: "Use one of the words that the message lists, or add the word to the scale.")
}

extension Diagnostic {
  /// - Parameter meant: the known word of the same meaning, if there is one.
  package static func unknownValue(
    _ name: String, _ value: String, among known: [String], meant: String? = nil,
    at span: SourceSpan
  ) -> Diagnostic {
    if known.isEmpty {
      return Diagnostic(
        .unknownValue, "\(name) '\(value)' is not known; the category defines none", at: span)
    }
    return Diagnostic(
      .unknownValue,
      "\(name) '\(value)' is not one of \(known.joined(separator: ", "))", at: span,
      suggestion: meant, unknown: meant == nil ? UnknownWord(value, among: known) : nil
    )
  }
}
