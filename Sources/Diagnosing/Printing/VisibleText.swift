/// Makes text safe to show in a terminal or on a page: nothing in the text can move the cursor,
/// change colors or reverse the direction of writing.
package enum VisibleText {
  /// Returns the text with each unsafe character replaced by a symbol or a code.
  package static func of(_ text: some StringProtocol, keepsTabs: Bool = false) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if keepsTabs, scalar == "\t" { result += "\t" } else { result += picture(of: scalar) }
    }
    return result
  }

  /// Returns white space as wide as the text. Tabs are kept, so that they end at the same columns.
  static func blank(_ text: some StringProtocol) -> String {
    var result = ""
    for character in text {
      result += character == "\t" ? "\t" : String(repeating: " ", count: width(of: character))
    }
    return result
  }

  /// Returns the number of terminal columns that the text takes. A tab counts as one.
  static func width(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + width(of: $1) }
  }

  /// Returns the width of a character. A sequence shown as one emoji is as wide as one emoji.
  private static func width(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    let isEmoji =
      scalars.first?.properties.isEmojiPresentation == true
      || scalars.dropFirst().first == "\u{fe0f}"
    return isEmoji ? 2 : scalars.reduce(0) { $0 + width(of: $1) }
  }

  private static func picture(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? ""
    case 0x7f: "\u{2421}"
    case 0x80...0x9f, 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x2069, 0xfeff: code(of: scalar)
    default: String(scalar)
    }
  }

  private static func code(of scalar: Unicode.Scalar) -> String {
    "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">"
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x80: return 1
    // East Asian wide characters (Unicode Standard Annex 11).
    case 0x1100...0x115f, 0x2329...0x232a, 0x2e80...0x303e, 0x3041...0xa4cf, 0xa960...0xa97c,
      0xac00...0xd7a3, 0xf900...0xfaff, 0xfe10...0xfe19, 0xfe30...0xfe6f, 0xff01...0xff60,
      0xffe0...0xffe6, 0x16fe0...0x18d08, 0x1aff0...0x1b2fb, 0x1f200...0x1f265, 0x20000...0x3fffd:
      return 2
    default: break
    }
    let shown = picture(of: scalar)
    if shown.unicodeScalars.count > 1 { return shown.unicodeScalars.count }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
  }
}
