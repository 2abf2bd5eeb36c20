import System

/// Converts JSON to a form that YAML parsers read, with every line in its place.
enum JSONText {
  /// Replaces tabs by spaces, and each surrogate pair of `\u` escapes by one `\U` escape. JSON
  /// allows tabs only between tokens, where a space means the same; YAML does not know surrogate
  /// pairs.
  static func asYAML(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let character = pair(in: bytes, at: index) {
        result += ("\\U" + character.hexadecimal(digits: 8)).utf8
        index += 12
      } else if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
        // A backslash after a backslash does not begin an escape.
        result += bytes[index...index + 1]
        index += 2
      } else {
        result.append(bytes[index] == UInt8(ascii: "\t") ? UInt8(ascii: " ") : bytes[index])
        index += 1
      }
    }
    return result
  }

  /// Counts the objects in the outermost list.
  static func objectCount(_ bytes: [UInt8]) -> Int {
    var (count, depth, isText, isEscaped) = (0, 0, false, false)
    for byte in bytes {
      if isText {
        if byte == UInt8(ascii: "\""), !isEscaped { isText = false }
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isText = true
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if depth == 1, byte == UInt8(ascii: "{") { count += 1 }
        depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
    }
    return count
  }

  /// Returns the character of a surrogate pair such as `\ud83d\ude00`.
  private static func pair(in bytes: [UInt8], at index: Int) -> UInt32? {
    guard let high = unit(in: bytes, at: index), (0xd800...0xdbff).contains(high),
      let low = unit(in: bytes, at: index + 6), (0xdc00...0xdfff).contains(low)
    else { return nil }
    return 0x10000 + (high - 0xd800) << 10 + (low - 0xdc00)
  }

  /// Returns the number of a six-byte escape such as `\u00e9`.
  private static func unit(in bytes: [UInt8], at index: Int) -> UInt32? {
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    return UInt32(String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16)
  }
}
