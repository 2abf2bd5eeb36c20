/// A tag of raw HTML, as cmark-gfm found it.
struct HTMLTag {
  /// The name, in lower case.
  let name: String
  let isClosing: Bool
  /// Whether the tag contains nothing but its name.
  let isBare: Bool
  /// Whether an attribute of the tag has a value.
  let hasValues: Bool

  /// Returns nil for comments, declarations and processing instructions.
  init?(_ literal: String) {
    var rest = literal.utf8.dropFirst()
    isClosing = rest.first == UInt8(ascii: "/")
    if isClosing { rest = rest.dropFirst() }
    guard literal.utf8.first == UInt8(ascii: "<"), let first = rest.first, Self.isLetter(first)
    else { return nil }
    let name = rest.prefix { Self.isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2d }
    self.name = String(Substring(name)).lowercased()
    let attributes = rest.dropFirst(name.count).prefix { $0 != UInt8(ascii: ">") }
    isBare = attributes.allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
    hasValues = attributes.contains(UInt8(ascii: "="))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }

  /// The way in which a page shows the tag.
  var meaning: Meaning {
    if Self.harmless.contains(name) {
      // `a<b and c>d` is no tag, although it has the form of one.
      if !isBare, !hasValues { return .text }
      return name == "br" ? .lineBreak : .format
    }
    return HTMLElements.contains(name) ? .hidden : .text
  }

  enum Meaning {
    case format, lineBreak
    /// Not an HTML element, such as `<unlimited>` and the `<T>` of `Vec<T>`; shown as written.
    case text
    /// An element that pages do not show.
    case hidden
  }

  /// The tags that format text and cannot run, load or hide anything.
  static let harmless: Set<String> = [
    "abbr", "b", "br", "code", "em", "i", "kbd", "mark", "s", "small", "strong", "sub", "sup", "u",
  ]
}
