import TestSeeds

/// Texts of words that occur nowhere else, in all forms that Markdown has, and some that it has
/// not.
package struct RandomText {
  private var random: SplitMix
  private var count = 0

  package init(seed: UInt64) { random = SplitMix(seed: seed) }

  /// A word such as `Zq17`.
  private mutating func word() -> String {
    count += 1
    return "Zq\(count)"
  }

  /// Text without markup.
  package mutating func plain() -> String {
    let marks = [" ", " & ", " < ", " \"", ", ", " – ", " ’", " *", " [[", " {", " \\", " % "]
    return word() + random.pick(marks) + word()
  }

  /// A line of Markdown.
  package mutating func line() -> String {
    (0...random.below(3)).map { _ in piece() }.joined(separator: " ")
  }

  private mutating func piece() -> String {
    let (a, b) = (word(), word())
    switch random.below(20) {
    case 0: return "**\(a)** _\(b)_"
    case 1: return "`\(a)` ~~\(b)~~"
    case 2: return "10<sup>\(a)</sup> H<sub>\(b)</sub>"
    case 3: return "<\(a)> Vec<\(b)>"
    case 4: return "\(a)<b and \(b)>d"
    case 5: return "[\(a)](/compare/) ![\(b)](assets/x.svg)"
    case 6: return "<kbd class=\"x\">\(a)</kbd> <abbr>\(b)</abbr>"
    case 7: return "<span>\(a)</span> <x-tag>\(b)</x-tag>"
    case 8: return "\(a)<br>\(b)"
    case 9: return "<b>\(a) <i>\(b)</b></i>"
    case 10: return "&lt;\(a)&gt; &amp;\(b);"
    case 11: return "\\*\(a)\\* \\<\(b)>"
    case 12: return "<!-- x -->\(a) \(b)"
    case 13: return "https://example.net/\(a) <https://example.net/\(b)>"
    case 14: return "[\(a)] [\(b)][]"
    case 15: return "\(a)<3 \(b) </i>"
    default: return "\(a) \(b)"
    }
  }

  /// Paragraphs, lists, tables and more.
  package mutating func blocks() -> String {
    (0...random.below(4)).map { _ in block() + "\n\n" }.joined()
  }

  private mutating func block() -> String {
    let (a, b) = (line(), line())
    switch random.below(12) {
    case 0: return "| \(word()) | \(word()) |\n|---|---|\n| \(word()) | \(a) |"
    case 1: return "> \(a)"
    case 2: return "- \(a)\n- \(b)"
    case 3: return "1. \(a)\n\n   \(b)"
    case 4: return "```\n<\(word())>\n```"
    case 5: return "## \(a)\n\n\(b)"
    case 6: return "<details>\n\(word())\n</details>"
    case 7: return "[\(word())]: /compare/"
    case 8: return "Note.[^\(count)]\n\n[^\(count)]: \(a)"
    case 9: return "- [ ] \(a)\n- [x] \(b)"
    default: return "\(a)\n\(b)"
    }
  }
}

extension String {
  /// The text as a value of YAML.
  package var quotedForYAML: String { "'" + replacing("'", with: "''") + "'" }
}
