import System

/// A style sheet, with the addresses of the files that it loads.
struct StyleSheet {
  /// An address as written, without quotes.
  struct Reference {
    let address: String
    /// Byte offsets in the style sheet.
    let range: Range<Int>
  }

  let bytes: [UInt8]
  /// The addresses in `url(…)` and after `@import`, in order, except in comments and strings.
  let references: [Reference]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var scanner = Scanner(bytes: bytes)
    scanner.scan()
    references = scanner.references
  }

  /// Returns the style sheet with the addresses replaced for which there is a replacement.
  func replacing(_ replacement: (Reference) -> String?) -> [UInt8] {
    var output: [UInt8] = []
    var end = 0
    for reference in references {
      guard let address = replacement(reference) else { continue }
      output += bytes[end..<reference.range.lowerBound]
      output += address.utf8
      end = reference.range.upperBound
    }
    return output + bytes[end...]
  }

  /// Scans the tokens of CSS as far as needed to find addresses (CSS Syntax, section 4).
  private struct Scanner {
    let bytes: [UInt8]
    var references: [Reference] = []
    private var index = 0
    private var isImport = false

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func scan() {
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "/") where has("/*"): skip(behind: "*/")
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          let range = string()
          if isImport { add(range) }
          isImport = false
        case UInt8(ascii: "@") where has("@import"):
          isImport = true
          index += "@import".utf8.count
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
          if has("url("), !isNameByte(before: index) {
            url()
            isImport = false
          } else {
            index += 1
          }
        case UInt8(ascii: ";"), UInt8(ascii: "{"):
          isImport = false
          index += 1
        case UInt8(ascii: "\\"): index += 2
        default: index += 1
        }
      }
    }

    /// Reports whether a text comes next, in upper or lower case.
    private func has(_ text: String) -> Bool {
      let wanted = Array(text.utf8)
      return index + wanted.count <= bytes.count
        && wanted.indices.allSatisfy {
          let byte = bytes[index + $0]
          return ((0x41...0x5a).contains(byte) ? byte | 0x20 : byte) == wanted[$0]
        }
    }

    private func isNameByte(before index: Int) -> Bool {
      guard index > 0 else { return false }
      let byte = bytes[index - 1]
      return (0x61...0x7a).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte >= 0x80
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    private mutating func skip(behind mark: String) {
      index += 2
      while index < bytes.count, !has(mark) { index += 1 }
      index = min(bytes.count, index + mark.utf8.count)
    }

    /// Skips a quoted string; returns the range between the quotes.
    private mutating func string() -> Range<Int> {
      let quote = bytes[index]
      let start = index + 1
      index = start
      while index < bytes.count, bytes[index] != quote, bytes[index] != UInt8(ascii: "\n") {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      let end = min(index, bytes.count)
      index = min(bytes.count, end + 1)
      return start..<end
    }

    private mutating func url() {
      index += "url(".utf8.count
      while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
      guard index < bytes.count else { return }
      if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
        return add(string())
      }
      let start = index
      while index < bytes.count, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ")") {
        index += 1
      }
      add(start..<index)
    }

    private mutating func add(_ range: Range<Int>) {
      references.append(
        Reference(address: String(decoding: bytes[range], as: UTF8.self), range: range))
    }
  }
}
