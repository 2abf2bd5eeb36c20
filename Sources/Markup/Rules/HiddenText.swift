package import Diagnosing

/// What an author wrote and no page would show; a site with `unsafeHTML: true` shows raw HTML.
extension Diagnostic {
  package static let hiddenTextRule = "hidden-text"

  /// An element of HTML in a line. What stands inside is shown, the tag is not.
  package static func hiddenTag(_ tag: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, rule: hiddenTextRule,
      "the tag '\(tag)' is not shown; remove it, or write '\\<' to show it as text", at: span)
  }

  /// Lines that cmark-gfm takes for a block of HTML.
  package static func hiddenBlock(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, rule: hiddenTextRule,
      "the HTML that begins here is not shown, nor is the text in it; write it as Markdown",
      at: span)
  }

  /// A line such as `[Note]: text`, which Markdown takes for the definition of a link.
  package static func unusedDefinition(_ label: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, rule: hiddenTextRule,
      "no link refers to '[\(label)]', so this line is not shown; write '\\[' to show it as text",
      at: span)
  }
}
