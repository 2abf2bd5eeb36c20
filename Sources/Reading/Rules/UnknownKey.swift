package import Diagnosing

extension Rule {
  package static let unknownKey = Rule(
    "unknown-key",
    summary: "Every key is known.",
    cause: "The key is misspelt, or belongs to another file; it would be ignored.",
    remedy: "Use a known key; the message proposes the nearest.")
}

extension Diagnostic {
  package static func unknownKey(_ key: String, among known: [String], at span: SourceSpan)
    -> Diagnostic
  {
    let limit = 12
    let others =
      known.isEmpty
      ? "; none can stand here"
      : known.count > limit ? "" : "; the keys here are \(known.joined(separator: ", "))"
    return Diagnostic(
      .unknownKey, "unknown key '\(key)'\(others)", at: span,
      unknown: UnknownWord(key, among: known)
    )
  }
}
