/// Isolates values from the surrounding text where that text is plain: a title, an attribute or a
/// feed cannot contain `<bdi>`.
package enum BidiIsolation {
  /// Returns the text between FSI and PDI (Unicode Standard Annex 9, section 2.4).
  package static func isolated(_ text: String) -> String { "\u{2068}\(text)\u{2069}" }

  /// Returns whether a text has right-to-left letters. Next to them, digits and punctuation of
  /// other text change places.
  package static func isNeeded(in text: String) -> Bool {
    // The first right-to-left letter, U+0590, begins with the byte D6.
    guard text.utf8.contains(where: { $0 >= 0xd6 }) else { return false }
    return text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0590...0x08ff, 0xfb1d...0xfdff, 0xfe70...0xfeff, 0x10800...0x10fff,
        0x1e800...0x1efff:
        true
      default: false
      }
    }
  }
}
