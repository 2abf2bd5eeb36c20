package import Diagnosing

extension Rule {
  package static let hiddenText = Rule(
    "hidden-text", severity: .warning,
    summary: "All text in Markdown is shown on a page.",
    cause:
      "Raw HTML is dropped, but for tags that format text, and a line such as '[Note]: text' is "
      + "a link definition.",
    remedy:
      "Write it as Markdown, put a backslash before its first mark, or set 'unsafeHTML: true'.")
}

extension Diagnostic {
  /// An element of HTML in a line. What stands inside is shown, the tag is not.
  package static func hiddenTag(_ tag: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .hiddenText, "the tag '\(tag)' is not shown; remove it, or write '\\<' to show it as text",
      at: span)
  }

  /// Lines that cmark-gfm takes for a block of HTML.
  package static func hiddenBlock(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .hiddenText,
      "the HTML that begins here is not shown, nor is the text in it; write it as Markdown",
      at: span)
  }

  /// A line such as `[Note]: text`, which Markdown takes for the definition of a link.
  package static func unusedDefinition(_ label: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .hiddenText,
      "no link refers to '[\(label)]', so this line is not shown; write '\\[' to show it as text",
      at: span)
  }
}
