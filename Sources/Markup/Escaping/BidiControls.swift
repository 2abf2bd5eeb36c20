import Diagnosing
import System

/// Finds characters that change the direction of text: marks, embeddings, overrides and isolates.
package enum BidiControls {
  /// Returns the first directional character in UTF-8 text, with its byte offset.
  package static func first(in bytes: some Collection<UInt8>) -> (
    offset: Int, scalar: Unicode.Scalar
  )? {
    guard bytes.contains(where: { $0 == 0xe2 || $0 == 0xd8 }) else { return nil }
    var offset = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x061c, 0x200e...0x200f, 0x202a...0x202e, 0x2066...0x2069: return (offset, scalar)
      default: offset += UTF8.width(scalar)
      }
    }
    return nil
  }

  /// Embeddings, overrides and isolates, which turn around what stands behind them. Prose may hold
  /// marks, which languages written from right to left need beside punctuation.
  static func isTurning(_ scalar: Unicode.Scalar) -> Bool {
    (0x202a...0x202e).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  /// The first character in UTF-8 that turns text around.
  static func firstTurning(in bytes: [UInt8]) -> (offset: Int, scalar: Unicode.Scalar)? {
    // All of them begin with these two bytes.
    var start = 0
    while let found = bytes.firstIndex(of: 0xe2, from: start) {
      let part = bytes[found...].prefix(3)
      if part.count == 3, [0x80, 0x81].contains(part[found + 1]),
        let scalar = String(decoding: part, as: UTF8.self).unicodeScalars.first, isTurning(scalar)
      {
        return (found, scalar)
      }
      start = found + 1
    }
    return nil
  }

  /// The first reference by number, such as `&#x202e;`, to a character that turns text around.
  static func firstReference(in bytes: [UInt8]) -> (range: Range<Int>, scalar: Unicode.Scalar)? {
    var start = 0
    while let found = bytes.firstIndex(of: UInt8(ascii: "&"), from: start) {
      start = found + 1
      let reference = bytes[start...].prefix(10).prefix { $0 != UInt8(ascii: ";") }
      let text = String(decoding: reference, as: UTF8.self).lowercased()
      guard text.hasPrefix("#") else { continue }
      let number =
        text.hasPrefix("#x") ? UInt32(text.dropFirst(2), radix: 16) : UInt32(text.dropFirst())
      if let scalar = number.flatMap({ Unicode.Scalar($0) }), isTurning(scalar) {
        return (found..<reference.endIndex, scalar)
      }
    }
    return nil
  }

  /// Returns the place of the character in a value, or the head of the value if the character is
  /// escaped.
  static func place(of scalar: Unicode.Scalar, in span: SourceSpan) -> SourceSpan {
    guard let (offset, _) = first(in: span.bytes) else { return span.head }
    let start = span.range.lowerBound + offset
    return SourceSpan(file: span.file, range: start..<start + UTF8.width(scalar))
  }
}
