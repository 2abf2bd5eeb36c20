import System

/// Writes text so that it stays text in HTML, XML or JSON.
///
/// Runs of bytes without a meaning at the place are copied whole, which takes less than half the
/// time of appending byte by byte.
package enum TextEscaping {
  /// HTML text and attributes in either quote.
  package static func writeHTML(_ text: String, into output: inout [UInt8]) {
    unsafe writeRuns(text, into: &output) { bytes, index in
      unsafe reference(for: bytes[index]).map { Escape(.text($0)) }
    }
  }

  /// HTML text and attributes in double quotes, where an apostrophe means nothing.
  package static func writeContent(_ text: String, into output: inout [UInt8]) {
    unsafe writeRuns(text, into: &output) { bytes, index in
      let byte = unsafe bytes[index]
      return byte == UInt8(ascii: "'") ? nil : reference(for: byte).map { Escape(.text($0)) }
    }
  }

  /// An address in an attribute in double quotes. What may not stand in an address is
  /// percent-encoded; percent signs stay, so that encoded addresses stay what they are.
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

  /// XML text and attributes. Characters that XML 1.0 cannot hold (production 2, `Char`) become
  /// U+FFFD.
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

  /// The inside of a JSON string (RFC 8259, section 7).
  ///
  /// - Parameter isInHTML: whether the JSON stands in a script element. There, what could end the
  ///   element (S-09) and what older scripts take for the end of a line are escaped too.
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

  /// What stands for the first bytes of a rest.
  private struct Escape {
    enum Replacement {
      case text(StaticString)
      /// `\u00` and the two digits of a byte.
      case code(UInt8)
      /// `%` and the two digits of a byte.
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
      // The buffer of a literal is there as long as the program.
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

  /// The character reference for a byte that means something in HTML and XML.
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

  /// Whether two bytes follow that complete a character of three bytes.
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
    // The buffer lives for the closure; all indices are below its count.
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

/// Text escaped for HTML text and for attributes in either quote.
package func escapedText(_ text: String) -> String {
  guard text.utf8.contains(where: { [0x26, 0x3c, 0x3e, 0x22, 0x27].contains($0) }) else {
    return text
  }
  var bytes: [UInt8] = []
  TextEscaping.writeHTML(text, into: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}
