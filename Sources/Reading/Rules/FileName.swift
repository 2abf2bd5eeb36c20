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
  /// Reports a file name that is not UTF-8.
  static func fileName(at span: SourceSpan) -> Diagnostic {
    Diagnostic(.fileName, "the name of this file is not UTF-8", at: span)
  }

  /// Reports a file name that differs from another one only in how accented letters are encoded.
  static func fileName(equivalentTo other: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .fileName,
      "the name of this file equals another one in a different Unicode normalization", at: span,
      notes: [
        Diagnostic.Note("the other file is here", at: SourceFile(path: other, bytes: []).start)
      ])
  }
}
