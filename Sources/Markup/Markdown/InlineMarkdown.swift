/// Text that is one line of Markdown, without blocks: what stands in a value.
enum InlineMarkdown {
  /// The text on one line; empty for a text of white space.
  static func line(of text: String) -> String {
    if PlainMarkdown.isLine(text) { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The line with a mark in front that keeps cmark-gfm from seeing a list or a heading, and that
  /// is taken off what was rendered. A parenthesis leaves all marks behind it their meaning.
  static func guarded(_ line: String) -> String { line.isEmpty ? "" : "(" + line }
}
