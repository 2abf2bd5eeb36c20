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
  /// Reports an HTML element in a line. Its content is shown, but the tag is not.
  package static func hiddenTag(_ tag: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .hiddenText, "the tag '\(tag)' is not shown; remove it, or write '\\<' to show it as text",
      at: span)
  }

  /// Reports a tag that is shown without its attributes.
  package static func hiddenAttributes(
    _ tag: String, writing kept: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .hiddenText, "the attributes of '\(tag)' are not shown; write '\(kept)'", at: span)
  }

  /// Reports lines that cmark-gfm parses as a block of HTML.
  package static func hiddenBlock(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .hiddenText,
      "the HTML that begins here is not shown, nor is the text in it; write it as Markdown",
      at: span)
  }

  /// Reports a line such as `[Note]: text`, which Markdown parses as the definition of a link.
  package static func unusedDefinition(_ label: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .hiddenText,
      "no link refers to '[\(label)]', so this line is not shown; write '\\[' to show it as text",
      at: span)
  }
}
