/// Text that means nothing but itself in Markdown, which is most of what stands in a cell.
enum PlainMarkdown {
  /// Whether Markdown gives a byte no meaning inside a line, by the byte's value: letters, digits,
  /// blanks, bytes of other scripts, and some punctuation.
  private static let isPlain: [Bool] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xff:
      true
    default: " .,;%()'/?+=#$-".utf8.contains(UInt8(byte))
    }
  }

  /// Whether a text is words of ASCII with one blank between them; false when in doubt.
  static func isLine(_ text: String) -> Bool {
    var last = UInt8(ascii: " ")
    for byte in text.utf8 {
      if byte < 0x20 || byte >= 0x7f || (byte == last && byte == UInt8(ascii: " ")) { return false }
      last = byte
    }
    return last != UInt8(ascii: " ")
  }

  /// Whether cmark-gfm would write one line of text as it is; false when in doubt.
  ///
  /// The second of two `w`s may begin the address of a site, which becomes a link.
  static func holds(_ line: String) -> Bool {
    var last: UInt8 = 0
    for byte in line.utf8 {
      if !isPlain[Int(byte)] || (byte == UInt8(ascii: "w") && last == byte) { return false }
      last = byte
    }
    return true
  }
}
