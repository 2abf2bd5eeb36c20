/// A single line of Markdown without blocks, as in a YAML value.
enum InlineMarkdown {
  /// Returns the text on one line; empty for a text of white space.
  static func line(of text: String) -> String {
    if PlainMarkdown.isLine(text) { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Returns the line with a parenthesis in front, which keeps cmark-gfm from parsing a list or a
  /// heading and is removed after rendering. All marks after a parenthesis keep their meaning.
  static func guarded(_ line: String) -> String { line.isEmpty ? "" : "(" + line }
}
