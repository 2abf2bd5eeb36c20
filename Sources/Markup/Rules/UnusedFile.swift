package import Diagnosing

extension Rule {
  package static let unusedFile = Rule(
    "unused-file", severity: .warning,
    summary: "Every file in `content/` and `templates/` is part of the site.",
    cause:
      "The name of a file or a folder is misspelt, in its letters, their case or its ending, or "
      + "nothing includes or shows it.",
    remedy: "Rename the file as the message proposes, move it, use it, or remove it.")
}

extension Diagnostic {
  /// Reports a file or a folder that nothing reads.
  ///
  /// - Parameter suggestion: the path that was probably meant.
  package static func unusedFile(at span: SourceSpan, suggestion: String? = nil) -> Diagnostic {
    Diagnostic(.unusedFile, "nothing reads this file", at: span, suggestion: suggestion)
  }

  /// Reports a file that is not called like the files of its folder.
  ///
  /// - Parameter form: how these are called.
  package static func unusedFile(at span: SourceSpan, form: String) -> Diagnostic {
    Diagnostic(
      .unusedFile, "nothing reads this file; the files of this folder are called '\(path: form)'",
      at: span)
  }

  /// Reports a file directly in `content/` that nothing reads.
  package static func unusedRootFile(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unusedFile,
      "nothing reads this file; what belongs to the root of the site stands in 'content/static/'",
      at: span)
  }

  /// Reports texts of a language that is not the site's.
  package static func unusedLanguage(_ language: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unusedFile, "nothing reads this file, because the language of the site is '\(language)'",
      at: span)
  }

  /// Reports an asset that no text, template or style sheet names.
  package static func unusedAsset(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unusedFile, "nothing shows this file; what others link to belongs into 'content/static/'",
      at: span)
  }

  /// Reports a file in `templates/` that no page uses.
  ///
  /// - Parameters:
  ///   - known: the files that pages look for.
  ///   - path: relative to `templates/`.
  package static func unusedFile(
    among known: [String], _ path: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .unusedFile, "no page uses '\(path)'", at: span,
      unknown: UnknownWord(path, among: known))
  }
}
