/// A JSON document to be written, its keys in the order given.
///
/// A site has one for each vendor, and Foundation's encoder takes as long for such a file as all else
/// that a vendor needs; the bytes are the same.
enum JSONValue {
  case text(String)
  case number(Int)
  case bool(Bool)
  case list([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// Without the members that have no value.
  static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    object(members.compactMap { key, value in value.map { (key, $0) } })
  }

  /// A text that may not be there.
  static func optional(_ text: String?) -> JSONValue? { text.map { .text($0) } }

  static func texts(_ texts: [String]) -> JSONValue { .list(texts.map { .text($0) }) }

  /// The document as a file, which ends with a line break.
  var file: [UInt8] {
    var bytes: [UInt8] = []
    write(into: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private func write(into bytes: inout [UInt8]) {
    switch self {
    case .text(let text): Self.write(text, into: &bytes)
    case .number(let number): bytes.append(contentsOf: String(number).utf8)
    case .bool(let bool): bytes.append(contentsOf: (bool ? "true" : "false").utf8)
    case .list(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        item.write(into: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.write(member.key, into: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(into: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// RFC 8259, section 7: quotes, backslashes and control characters are escaped.
  private static func write(_ text: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x08: bytes += "\\b".utf8
      case 0x09: bytes += "\\t".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0C: bytes += "\\f".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
