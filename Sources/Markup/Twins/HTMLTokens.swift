import System

/// Reads the tags and texts of a page that this program wrote. Never fails: what is no tag is text.
struct HTMLTokens: Sequence, IteratorProtocol {
  enum Token {
    case open(name: String, HTMLAttributes, isClosed: Bool)
    case close(name: String)
    /// A text, with its character references.
    case text(ArraySlice<UInt8>)
  }

  private let bytes: [UInt8]
  private var index: Int
  private let end: Int
  /// The element whose content is no markup.
  private var raw: String?

  /// - Parameter range: the part of the page to read.
  init(_ page: [UInt8], in range: Range<Int>) {
    bytes = page
    index = range.lowerBound
    end = range.upperBound
  }

  mutating func next() -> Token? {
    guard index < end else { return nil }
    if let raw { return rest(of: raw) }
    guard bytes[index] == UInt8(ascii: "<") else { return text() }
    let second = index + 1 < end ? bytes[index + 1] : 0
    if second == UInt8(ascii: "!") || second == UInt8(ascii: "?") {
      skipDeclaration()
      return next()
    }
    let isClosing = second == UInt8(ascii: "/")
    let start = index + (isClosing ? 2 : 1)
    let name = bytes[Swift.min(start, end)..<end].prefix {
      Self.isLetter($0) || (0x30...0x39).contains($0)
    }
    guard let first = name.first, Self.isLetter(first) else { return text() }
    let close = tagEnd(from: name.endIndex)
    let word = String(lowercasing: name)
    index = Swift.min(close + 1, end)
    if isClosing { return .close(name: word) }
    let attributes = bytes[name.endIndex..<close]
    if ["script", "style", "textarea", "title"].contains(word) { raw = word }
    return .open(
      name: word, HTMLAttributes(attributes), isClosed: attributes.last == UInt8(ascii: "/"))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }

  /// The place of a byte at or after `start`; the end where there is none.
  private func place(of byte: UInt8, from start: Int) -> Int {
    Swift.min(bytes.firstIndex(of: byte, from: start) ?? end, end)
  }

  /// A text up to the next tag. At its first byte, even `<` is text.
  private mutating func text() -> Token {
    let start = index
    index = place(of: UInt8(ascii: "<"), from: start + 1)
    return .text(bytes[start..<index])
  }

  private mutating func rest(of name: String) -> Token {
    let start = index
    raw = nil
    skip(to: "</\(name)")
    return .text(bytes[start..<index])
  }

  private mutating func skipDeclaration() {
    let mark = bytes[index..<end].starts(with: "<!--".utf8) ? "-->" : ">"
    skip(to: mark)
    index = Swift.min(index + mark.utf8.count, end)
  }

  private mutating func skip(to mark: String) {
    guard let first = mark.utf8.first else { return }
    index = place(of: first, from: index)
    while index < end, !bytes[index..<end].starts(with: mark.utf8) {
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

  // MARK: Character references

  private static let references = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{a0}",
  ]

  /// Returns a text without character references.
  static func decoded(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard text.contains(UInt8(ascii: "&")) else { return text }
    var result: [UInt8] = []
    var rest = text
    while let place = rest.firstIndex(of: UInt8(ascii: "&")) {
      result += rest[..<place]
      rest = rest[place...]
      let name = rest.dropFirst().prefix { $0 != UInt8(ascii: ";") }
      let isWhole = name.count <= 10 && name.endIndex < rest.endIndex
      if isWhole, let character = character(String(decoding: name, as: UTF8.self)) {
        result += Array(character.utf8)
        rest = rest[(name.endIndex + 1)...]
      } else {
        result.append(UInt8(ascii: "&"))
        rest = rest.dropFirst()
      }
    }
    return (result + rest)[...]
  }

  private static func character(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return references[name] }
    let digits = name.dropFirst()
    let number =
      digits.hasPrefix("x") || digits.hasPrefix("X")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }
}

extension String {
  /// Creates a text of ASCII letters and digits, in lower case.
  fileprivate init(lowercasing word: ArraySlice<UInt8>) {
    let text = String(decoding: word, as: UTF8.self)
    self = word.contains { (0x41...0x5a).contains($0) } ? text.lowercased() : text
  }
}
