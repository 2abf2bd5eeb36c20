import System

/// Reads the tags and texts of a page that this program wrote. Never fails: what is no tag is text.
struct HTMLTokens: Sequence, IteratorProtocol {
  /// A token, by its place in the page.
  enum Token {
    case open(TagName, attributes: Range<Int>, isClosed: Bool)
    case close(TagName)
    /// A text, with its character references.
    case text(Range<Int>)
  }

  private let bytes: [UInt8]
  private var index: Int
  private let end: Int
  /// The end tag of the element whose content is no markup.
  private var raw: [UInt8]?

  /// - Parameter range: the part of the page to read.
  init(_ page: [UInt8], in range: Range<Int>) {
    bytes = page
    index = range.lowerBound
    end = range.upperBound
  }

  mutating func next() -> Token? {
    guard index < end else { return nil }
    if raw != nil { return rest() }
    guard bytes[index] == UInt8(ascii: "<") else { return text() }
    let second = index + 1 < end ? bytes[index + 1] : 0
    if second == UInt8(ascii: "!") || second == UInt8(ascii: "?") {
      skipDeclaration()
      return next()
    }
    let isClosing = second == UInt8(ascii: "/")
    let start = index + (isClosing ? 2 : 1)
    var nameEnd = start
    while nameEnd < end, Self.isOfName(bytes[nameEnd]) { nameEnd += 1 }
    guard nameEnd > start, Self.isLetter(bytes[start]) else { return text() }
    let close = tagEnd(from: nameEnd)
    let name = TagName(bytes[start..<nameEnd])
    index = Swift.min(close + 1, end)
    if isClosing { return .close(name) }
    if nameEnd - start >= 5, Self.rawNames.contains(name) {
      raw = Array("</".utf8) + bytes[start..<nameEnd]
    }
    return .open(
      name, attributes: nameEnd..<close, isClosed: bytes[close - 1] == UInt8(ascii: "/"))
  }

  /// The elements whose content is no markup. None has a name of fewer than five letters.
  private static let rawNames: [TagName] = ["script", "style", "textarea", "title"]

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }

  private static func isOfName(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte)
  }

  /// The place of a byte at or after `start`; the end where there is none.
  private func place(of byte: UInt8, from start: Int) -> Int {
    Swift.min(bytes.firstIndex(of: byte, from: start) ?? end, end)
  }

  /// A text up to the next tag. At its first byte, even `<` is text.
  private mutating func text() -> Token {
    let start = index
    index = place(of: UInt8(ascii: "<"), from: start + 1)
    return .text(start..<index)
  }

  private mutating func rest() -> Token {
    let start = index
    skip(to: raw ?? [])
    raw = nil
    return .text(start..<index)
  }

  private mutating func skipDeclaration() {
    let isComment = bytes[index..<end].starts(with: "<!--".utf8)
    let mark = Array((isComment ? "-->" : ">").utf8)
    skip(to: mark)
    index = Swift.min(index + mark.count, end)
  }

  private mutating func skip(to mark: [UInt8]) {
    guard let first = mark.first else { return }
    index = place(of: first, from: index)
    while index < end, !bytes[index..<end].starts(with: mark) {
      index = place(of: first, from: index + 1)
    }
  }

  /// The place of the `>` that ends a tag. In quotes it ends nothing.
  private func tagEnd(from start: Int) -> Int {
    var quote: UInt8?
    for place in start..<end {
      let byte = bytes[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return place
      }
    }
    return end
  }
}
