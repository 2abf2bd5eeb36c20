/// Text to which Markdown gives no special meaning, as in most cells.
enum PlainMarkdown {
  /// Whether Markdown gives a byte no meaning inside a line, by the byte's value. True for letters,
  /// digits, spaces, bytes of other scripts, and some punctuation.
  private static let isPlain: [Bool] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xff:
      true
    default: " .,;%()'/?+=#$-".utf8.contains(UInt8(byte))
    }
  }

  /// Returns whether a text is ASCII words separated by single spaces; false when in doubt.
  static func isLine(_ text: String) -> Bool {
    var last = UInt8(ascii: " ")
    for byte in text.utf8 {
      if byte < 0x20 || byte >= 0x7f || (byte == last && byte == UInt8(ascii: " ")) { return false }
      last = byte
    }
    return last != UInt8(ascii: " ")
  }

  /// Returns whether cmark-gfm would write a line of text unchanged; false when in doubt.
  ///
  /// Two `w`s in a row may begin a web address, which becomes a link.
  static func holds(_ line: String) -> Bool {
    var last: UInt8 = 0
    for byte in line.utf8 {
      if !isPlain[Int(byte)] || (byte == UInt8(ascii: "w") && last == byte) { return false }
      last = byte
    }
    return true
  }
}
