package import Diagnosing

extension Rule {
  package static let fileName = Rule(
    "file-name",
    summary: "File names are UTF-8, and no two of them look the same.",
    cause: "The name has bytes that are not UTF-8, or equals another name in a different "
      + "Unicode normalization.",
    remedy: "Rename the file, best with ASCII letters, digits and hyphens.")
}

extension Diagnostic {
  /// Names of files are text.
  static func fileName(at span: SourceSpan) -> Diagnostic {
    Diagnostic(.fileName, "the name of this file is not UTF-8", at: span)
  }

  /// Letters with accents can be spelt in several ways, which no reader can tell apart.
  static func fileName(equivalentTo other: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .fileName,
      "the name of this file is that of another, only spelt with other bytes "
        + "(Unicode normalization)", at: span,
      notes: [Diagnostic.Note("this one", at: SourceFile(path: other, bytes: []).start)])
  }
}
