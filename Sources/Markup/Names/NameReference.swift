import System

/// A `[[name]]` in Markdown, which links to a vendor or a pair.
package enum NameReference {
  /// Splits a text into parts, each either plain text or a name without its brackets.
  static func split(_ text: String) -> [(text: String, isName: Bool)] {
    var parts: [(text: String, isName: Bool)] = []
    var plainStart = text.startIndex
    for range in ranges(in: text) {
      if plainStart < range.lowerBound {
        parts.append((String(text[plainStart..<range.lowerBound]), false))
      }
      let name = text[range].dropFirst(2).dropLast(2)
      parts.append((String(name), true))
      plainStart = range.upperBound
    }
    if plainStart < text.endIndex { parts.append((String(text[plainStart...]), false)) }
    return parts
  }

  private static func ranges(in text: String) -> [Range<String.Index>] {
    ranges(in: Array(text.utf8)).map {
      text.utf8.index(
        text.startIndex, offsetBy: $0.lowerBound)..<text.utf8.index(
          text.startIndex, offsetBy: $0.upperBound)
    }
  }

  /// Returns the byte offsets of names, including their brackets.
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while let bracket = bytes.firstIndex(of: 0x5b, from: index), bracket + 4 < bytes.count {
      index = bracket
      guard bytes[index + 1] == 0x5b else {
        index += 1
        continue
      }
      var end = index + 2
      while end < bytes.count, isSlugByte(bytes[end]) { end += 1 }
      if end > index + 2, end + 1 < bytes.count, bytes[end] == 0x5d, bytes[end + 1] == 0x5d {
        found.append(index..<end + 2)
        index = end + 2
      } else {
        index += 1
      }
    }
    return found
  }

  private static func isSlugByte(_ byte: UInt8) -> Bool {
    (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2d
  }
}
