import System

/// A line that cmark-gfm may parse as the definition of a link or a footnote: `[label]: /address
/// "title"`.
struct LinkDefinition {
  /// The offset of the opening bracket.
  let offset: Int
  /// The text between the brackets, as written.
  let label: Range<Int>
  /// The number of bytes in the address and the title.
  let size: Int

  /// Returns all possible definitions, in linear time.
  static func all(in bytes: [UInt8]) -> [LinkDefinition] {
    var found: [LinkDefinition] = []
    var scanner = Scanner(bytes: bytes)
    while let definition = scanner.next() { found.append(definition) }
    return found
  }

  private struct Scanner {
    let bytes: [UInt8]
    private var index = 0
    /// The next occurrence of each mark, and the offset from which that is known. Keeps the search
    /// linear.
    private var known: [UInt8: (from: Int, next: Int)] = [:]

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> LinkDefinition? {
      while let colon = bytes.firstIndex(of: UInt8(ascii: ":"), from: index) {
        index = colon + 1
        guard colon > 0, bytes[colon - 1] == UInt8(ascii: "]"), let open = opening(before: colon)
        else { continue }
        let address = skipSpace(from: colon + 1)
        let addressEnd = end(of: address)
        let title = skipSpace(from: addressEnd)
        let titleEnd = endOfTitle(at: title) ?? title
        return LinkDefinition(
          offset: open, label: open + 1..<colon - 1,
          size: addressEnd - address + titleEnd - title)
      }
      return nil
    }

    /// Returns the bracket that opens the label, provided that only markers of block quotes and
    /// lists precede it.
    private func opening(before colon: Int) -> Int? {
      var start = colon - 1
      while start > 0, bytes[start - 1] != UInt8(ascii: "[") {
        start -= 1
        // A bracket inside a label must be escaped.
        let isEscaped = start > 0 && bytes[start - 1] == UInt8(ascii: "\\")
        if bytes[start] == UInt8(ascii: "]"), !isEscaped { return nil }
      }
      guard start > 0 else { return nil }
      var before = start - 1
      while before > 0, bytes[before - 1] != 0x0a, bytes[before - 1] != 0x0d {
        before -= 1
        guard " \t>-+*.)0123456789".utf8.contains(bytes[before]) else { return nil }
      }
      return start - 1
    }

    private func skipSpace(from start: Int) -> Int {
      var index = start
      while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
      return index
    }

    private mutating func end(of address: Int) -> Int {
      if address < bytes.count, bytes[address] == UInt8(ascii: "<"),
        let end = next(UInt8(ascii: ">"), after: address)
      {
        return end + 1
      }
      var index = address
      while index < bytes.count, bytes[index] > 0x20 { index += 1 }
      return index
    }

    private mutating func endOfTitle(at start: Int) -> Int? {
      guard start < bytes.count else { return nil }
      switch bytes[start] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): return next(bytes[start], after: start)
      case UInt8(ascii: "("): return next(UInt8(ascii: ")"), after: start)
      default: return nil
      }
    }

    /// Returns the next mark that is not escaped.
    private mutating func next(_ mark: UInt8, after start: Int) -> Int? {
      if let (from, next) = known[mark], from <= start, start < next {
        return next < bytes.count ? next : nil
      }
      var index = start + 1
      while let found = bytes.firstIndex(of: mark, from: index) {
        index = found + 1
        guard bytes[found - 1] != UInt8(ascii: "\\") else { continue }
        known[mark] = (start, found)
        return found
      }
      known[mark] = (start, bytes.count)
      return nil
    }
  }
}

extension LinkDefinition {
  /// Counts how often each label occurs between brackets, including in definitions.
  static func labels(in bytes: [UInt8]) -> [String: Int] {
    var counts: [String: Int] = [:]
    var open: Int?
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "[") { open = index + 1 }
      guard byte == UInt8(ascii: "]"), let start = open else { continue }
      counts[normalized(String(decoding: bytes[start..<index], as: UTF8.self)), default: 0] += 1
      open = nil
    }
    return counts
  }

  /// Normalizes a label. Labels are compared without regard to case and white space.
  static func normalized(_ label: String) -> String {
    label.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
