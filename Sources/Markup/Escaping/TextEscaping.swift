import System

/// Escapes text for HTML, XML or JSON.
///
/// Runs of bytes that need no escape are copied whole, which takes less than half the time of
/// appending byte by byte.
package enum TextEscaping {
  /// Escapes for HTML text and for attributes in either quote.
  package static func writeHTML(_ text: String, into output: inout [UInt8]) {
    unsafe writeRuns(text, into: &output) { bytes, index in
      unsafe reference(for: bytes[index]).map { Escape(.text($0)) }
    }
  }

  /// Escapes for HTML text and double-quoted attributes, where an apostrophe has no meaning.
  package static func writeContent(_ text: String, into output: inout [UInt8]) {
    unsafe writeRuns(text, into: &output) { bytes, index in
      let byte = unsafe bytes[index]
      return byte == UInt8(ascii: "'") ? nil : reference(for: byte).map { Escape(.text($0)) }
    }
  }

  /// Escapes an address for a double-quoted attribute. Bytes that an address may not contain are
  /// percent-encoded. Percent signs are kept, so an encoded address does not change.
  package static func writeAddress(_ text: String, into output: inout [UInt8]) {
    unsafe writeRuns(text, into: &output) { bytes, index in
      switch unsafe bytes[index] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "@")...UInt8(ascii: "Z"),
        UInt8(ascii: "(")...UInt8(ascii: ";"), UInt8(ascii: "#")...UInt8(ascii: "%"),
        UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        nil
      case UInt8(ascii: "&"): Escape(.text("&amp;"))
      case UInt8(ascii: "'"): Escape(.text("&#x27;"))
      case let byte: Escape(.percent(byte))
      }
    }
  }

  /// Escapes for XML text and attributes. Characters that XML 1.0 does not allow (production 2,
  /// `Char`) become U+FFFD.
  package static func writeXML(_ text: String, into output: inout [UInt8]) {
    unsafe writeRuns(text, into: &output) { bytes, index in
      switch unsafe bytes[index] {
      case 0x09, 0x0a, 0x0d: nil
      case 0..<0x20: Escape(.text("\u{fffd}"))
      // U+FFFE and U+FFFF.
      case 0xef where unsafe isSequence(bytes, index, 0xbf, 0xbe...0xbf):
        Escape(.text("\u{fffd}"), length: 3)
      case let byte: reference(for: byte).map { Escape(.text($0)) }
      }
    }
  }

  /// Escapes for the inside of a JSON string (RFC 8259, section 7).
  ///
  /// - Parameter isInHTML: whether the JSON is in a script element. If so, characters that could
  ///   end the element (S-09) and characters that older scripts treat as line ends are escaped too.
  package static func writeJSON(_ text: String, isInHTML: Bool, into output: inout [UInt8]) {
    unsafe writeRuns(text, into: &output) { bytes, index in
      switch unsafe bytes[index] {
      case UInt8(ascii: "\""): Escape(.text("\\\""))
      case UInt8(ascii: "\\"): Escape(.text("\\\\"))
      case 0x08: Escape(.text("\\b"))
      case 0x09: Escape(.text("\\t"))
      case 0x0a: Escape(.text("\\n"))
      case 0x0c: Escape(.text("\\f"))
      case 0x0d: Escape(.text("\\r"))
      case let byte where byte < 0x20: Escape(.code(byte))
      case let byte where isInHTML && reference(for: byte) != nil: Escape(.code(byte))
      // U+2028 and U+2029.
      case 0xe2 where unsafe isInHTML && isSequence(bytes, index, 0x80, 0xa8...0xa9):
        Escape(.text(unsafe bytes[index + 2] == 0xa8 ? "\\u2028" : "\\u2029"), length: 3)
      default: nil
      }
    }
  }

  /// A replacement for the next bytes of the text.
  private struct Escape {
    enum Replacement {
      case text(StaticString)
      /// `\u00` and the two hexadecimal digits of a byte.
      case code(UInt8)
      /// `%` and the two hexadecimal digits of a byte.
      case percent(UInt8)
    }

    let replacement: Replacement
    let length: Int

    init(_ replacement: Replacement, length: Int = 1) {
      self.replacement = replacement
      self.length = length
    }

    func write(into output: inout [UInt8]) {
      switch replacement {
      // The buffer of a literal lives as long as the program.
      case .text(let text): text.withUTF8Buffer { unsafe output.append(contentsOf: $0) }
      case .code(let byte):
        output.append(contentsOf: "\\u00".utf8)
        output.append((byte >> 4).hexadecimalDigit)
        output.append(byte.hexadecimalDigit)
      case .percent(let byte):
        output.append(contentsOf: ("%" + byte.hexadecimal(digits: 2, uppercase: true)).utf8)
      }
    }
  }

  /// Returns the character reference for a byte that has a meaning in HTML and XML.
  private static func reference(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    case 0: "\u{fffd}"
    default: nil
    }
  }

  /// Returns whether the next two bytes complete a three-byte character.
  private static func isSequence(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ second: UInt8, _ third: ClosedRange<UInt8>
  ) -> Bool {
    unsafe index + 2 < bytes.count && bytes[index + 1] == second && third.contains(bytes[index + 2])
  }

  private static func writeRuns(
    _ text: String, into output: inout [UInt8],
    _ escape: (UnsafeBufferPointer<UInt8>, Int) -> Escape?
  ) {
    var text = text
    // The buffer is valid inside the closure, and all indices are below its count.
    text.withUTF8 { bytes in
      var (start, index) = (0, 0)
      while index < bytes.count {
        guard let escape = unsafe escape(bytes, index) else {
          index += 1
          continue
        }
        unsafe output.append(contentsOf: bytes[start..<index])
        escape.write(into: &output)
        index += escape.length
        start = index
      }
      unsafe output.append(contentsOf: bytes[start...])
    }
  }
}

/// Returns a text escaped for HTML text and for attributes in either quote.
package func escapedText(_ text: String) -> String {
  guard text.utf8.contains(where: { [0x26, 0x3c, 0x3e, 0x22, 0x27].contains($0) }) else {
    return text
  }
  var bytes: [UInt8] = []
  TextEscaping.writeHTML(text, into: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}
