package import Diagnosing

extension Rule {
  package static let repeatedAttribute = Rule(
    "repeated-attribute",
    summary: "A tag has each attribute once.",
    cause: "Browsers take the first one, whatever the second says.",
    remedy: "Write one attribute with all that it says.")
}

extension Diagnostic {
  static func repeatedAttribute(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .repeatedAttribute, "the tag has the attribute '\(name)' twice; browsers take the first",
      at: span)
  }
}
