import Markup

/// Writes values so that they stay what they are at their place.
///
/// Runs of harmless bytes are copied whole; only the bytes that mean something are looked at twice.
enum Escaping {
  static func write(_ value: TemplateValue, for place: Place, into output: inout [UInt8]) {
    switch place {
    case .raw: output.append(contentsOf: value.plainText.utf8)
    case .text, .plainElement, .attribute: writeHTML(value.plainText, into: &output)
    case .link, .resource:
      let address = value.plainText
      let isAllowed = isSafe(address, isResource: place == .resource)
      writeHTML(isAllowed ? address : "about:invalid", into: &output)
    case .json: writeJSON(value, into: &output)
    case .jsonString: writeJSONString(value.plainText, into: &output)
    }
  }

  /// Escaped for text and for attributes in either quote.
  static func escapedText(_ text: String) -> String {
    var bytes: [UInt8] = []
    writeHTML(text, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func writeHTML(_ text: String, into output: inout [UInt8]) {
    writeRuns(text, into: &output) { byte in
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
  }

  private static func writeRuns(
    _ text: String, into output: inout [UInt8], _ replacement: (UInt8) -> StaticString?
  ) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for index in bytes.indices {
        guard let other = unsafe replacement(bytes[index]) else { continue }
        unsafe output.append(contentsOf: bytes[start..<index])
        other.withUTF8Buffer { unsafe output.append(contentsOf: $0) }
        start = index + 1
      }
      unsafe output.append(contentsOf: bytes[start...])
    }
  }

  /// http, https, mailto, or no scheme at all; a resource only from the site itself (S-18).
  static func isSafe(_ address: String, isResource: Bool) -> Bool {
    guard isAddressPart(address) else { return false }
    let bytes = Array(address.utf8)
    if isResource, address.hasPrefix("//") { return false }
    let head = bytes.prefix { !"/?#".utf8.contains($0) }
    guard let colon = head.firstIndex(of: UInt8(ascii: ":")) else { return true }
    let scheme = String(decoding: head[..<colon], as: UTF8.self).lowercased()
    return !isResource && ["http", "https", "mailto"].contains(scheme)
  }

  /// Browsers drop tabs and line ends and read `\` as `/`; none belongs in an address.
  static func isAddressPart(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "\\") }
  }

  private static func writeJSON(_ value: TemplateValue, into output: inout [UInt8]) {
    switch value {
    case .number, .bool: output.append(contentsOf: value.plainText.utf8)
    default:
      output.append(UInt8(ascii: "\""))
      writeJSONString(value.plainText, into: &output)
      output.append(UInt8(ascii: "\""))
    }
  }

  /// `<`, `>` and `&` are escaped too, so that no text ends the script (S-09), and what some scripts
  /// take for the end of a line.
  private static func writeJSONString(_ text: String, into output: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      var (start, index) = (0, 0)
      while index < bytes.count {
        let byte = unsafe bytes[index]
        let length = byte == 0xE2 ? unsafe lineSeparatorLength(bytes[index...]) : 1
        guard length == 3 || isEscapedInJSON(byte) else {
          index += 1
          continue
        }
        unsafe output.append(contentsOf: bytes[start..<index])
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
          output.append(UInt8(ascii: "\\"))
          output.append(byte)
        case 0xE2:
          output.append(contentsOf: unsafe (bytes[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8)
        default:
          output.append(contentsOf: "\\u00".utf8)
          for digit in [byte >> 4, byte & 15] {
            output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
          }
        }
        index += length
        start = index
      }
      unsafe output.append(contentsOf: bytes[start...])
    }
  }

  private static func isEscapedInJSON(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "&"), UInt8(ascii: "'"):
      true
    default: false
    }
  }

  /// 3 where U+2028 or U+2029 comes next, else 1.
  private static func lineSeparatorLength(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    unsafe bytes.starts(with: [0xE2, 0x80, 0xA8]) || bytes.starts(with: [0xE2, 0x80, 0xA9]) ? 3 : 1
  }
}
