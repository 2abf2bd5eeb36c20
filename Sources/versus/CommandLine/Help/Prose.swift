/// The text of summaries, descriptions and help: plain ASCII with `code` between backquotes, and
/// paragraphs separated by blank lines. As it stands, it is Markdown.
enum Prose {
  static func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n\n").map { String($0.replacing("\n", with: " ")) }
  }

  /// Without marks, for a terminal.
  static func plain(_ text: String) -> String { text.filter { $0 != "`" } }

  /// For manual pages, with code in bold.
  static func roff(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part in
      let isCode = !index.isMultiple(of: 2)
      return isCode ? "\\fB\(escaped(part))\\fR" : escaped(part)
    }.joined()
  }

  /// Characters that roff takes for something else, or prints as their typographic twins.
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

  /// Lines of at most `width` columns; a longer word gets a line of its own.
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
