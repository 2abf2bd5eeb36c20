package import Diagnosing

extension Rule {
  package static let duplicateBlock = Rule(
    "duplicate-block",
    summary: "A file says once what a block holds.",
    cause: "The block was copied, or its name was not changed.",
    remedy: "Remove one of them, or rename it.")
}

extension Diagnostic {
  /// Reports a block that is defined twice in one file.
  static func duplicateBlock(
    _ name: String, first: SourceSpan, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .duplicateBlock, "the file has a block '\(name)' already", at: span,
      notes: [Note("the first one is here", at: first)])
  }
}
