/// The format of summaries, descriptions and help: plain ASCII with `code` between backquotes, and
/// paragraphs separated by blank lines. The source is also valid Markdown.
enum Prose {
  static func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n\n").map { String($0.replacing("\n", with: " ")) }
  }

  /// Returns the text without markup, for a terminal.
  static func plain(_ text: String) -> String { text.filter { $0 != "`" } }

  /// Returns the text for manual pages, with code in bold.
  static func roff(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part in
      let isCode = !index.isMultiple(of: 2)
      return isCode ? "\\fB\(escaped(part))\\fR" : escaped(part)
    }.joined()
  }

  /// Escapes characters that roff interprets or replaces with typographic ones.
  private static func escaped(_ text: Substring) -> String {
    text.map { character in
      switch character {
      case "\\": "\\(rs"
      case "-": "\\-"
      case "'": "\\(aq"
      case "^": "\\(ha"
      case "~": "\\(ti"
      case "…": "..."
      default: String(character)
      }
    }.joined()
  }

  /// Wraps a text to at most `width` columns; a longer word gets a line of its own.
  static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
