package import Diagnosing

extension Rule {
  package static let unknownBlock = Rule(
    "unknown-block",
    summary: "A page fills blocks that its layout has.",
    cause: "The block's name is misspelt, or the layout was changed.",
    remedy: "Use a block of the layout; the message proposes the nearest.")
}

extension Diagnostic {
  package static func unknownBlock(_ name: String, among known: [String], at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .unknownBlock, "the layout has no block '\(name)'", at: span,
      unknown: UnknownWord(name, among: known))
  }

  /// Reports a block that a built-in page fills but the author's layout lacks.
  static func missingBlock(
    _ name: String, for page: SourceSpan, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .unknownBlock, "the layout needs a block '\(name)'", at: span,
      notes: [Note("it is filled here [built-in]", at: page)])
  }
}
