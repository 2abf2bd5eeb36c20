package import Diagnosing

extension Rule {
  package static let unusedFile = Rule(
    "unused-file", severity: .warning,
    summary: "Every file in `templates/` is part of a page.",
    cause: "The name of a page or a partial is misspelt, in its letters, their case or its ending, "
      + "or nothing includes it.",
    remedy: "Rename the file as the message proposes, include it, or remove it.")
}

extension Diagnostic {
  /// A file in `templates/` that no page is made of.
  ///
  /// - Parameters:
  ///   - known: the files that pages look for.
  ///   - path: relative to `templates/`.
  package static func unusedFile(
    among known: [String], _ path: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .unusedFile, "no page uses '\(path)'", at: span,
      suggestion: nearMiss(for: path, among: known))
  }
}
