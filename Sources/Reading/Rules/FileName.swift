import Diagnosing

extension Diagnostic {
  /// Names of files are text.
  static func fileName(at span: SourceSpan) -> Diagnostic {
    Diagnostic(rule: "file-name", "the name of this file is not UTF-8", at: span)
  }

  /// Letters with accents can be spelt in several ways, which no reader can tell apart.
  static func fileName(equivalentTo other: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule: "file-name",
      "the name of this file is that of another, only spelt with other bytes "
        + "(Unicode normalization)", at: span,
      notes: [Diagnostic.Note("this one", at: SourceFile(path: other, bytes: []).start)])
  }
}
