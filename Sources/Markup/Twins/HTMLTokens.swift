import System

/// Reads the tags and texts of a page that this program wrote. Never fails: what is no tag is text.
struct HTMLTokens: Sequence, IteratorProtocol {
  enum Token {
    case open(name: String, attributes: ArraySlice<UInt8>, isClosed: Bool)
    case close(name: String)
    /// A text, with its character references.
    case text(ArraySlice<UInt8>)
  }

  private let bytes: ArraySlice<UInt8>
  private var index: Int
  /// The element whose content is no markup.
  private var raw: String?

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  mutating func next() -> Token? {
    guard index < bytes.endIndex else { return nil }
    if let raw { return rest(of: raw) }
    guard bytes[index] == UInt8(ascii: "<") else { return text(from: index) }
    let second = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
    if second == UInt8(ascii: "!") || second == UInt8(ascii: "?") {
      skipDeclaration()
      return next()
    }
    let isClosing = second == UInt8(ascii: "/")
    let start = index + (isClosing ? 2 : 1)
    let name = bytes[start...].prefix { Self.isLetter($0) || (0x30...0x39).contains($0) }
    guard let first = name.first, Self.isLetter(first) else { return text(from: index) }
    let end = tagEnd(from: name.endIndex)
    let word = String(decoding: name, as: UTF8.self).lowercased()
    index = Swift.min(end + 1, bytes.endIndex)
    if isClosing { return .close(name: word) }
    let attributes = bytes[name.endIndex..<end]
    if ["script", "style", "textarea", "title"].contains(word) { raw = word }
    return .open(
      name: word, attributes: attributes, isClosed: attributes.last == UInt8(ascii: "/"))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }

  /// A text up to the next tag. At its first byte, even `<` is text.
  private mutating func text(from start: Int) -> Token {
    let end = bytes.firstIndexOf(UInt8(ascii: "<"), from: start + 1) ?? bytes.endIndex
    index = end
    return .text(bytes[start..<end])
  }

  private mutating func rest(of name: String) -> Token {
    let close = Array("</\(name)".utf8)
    let start = index
    raw = nil
    while index < bytes.endIndex, !bytes[index...].starts(with: close) { index += 1 }
    return .text(bytes[start..<index])
  }

  private mutating func skipDeclaration() {
    let isComment = bytes[index...].starts(with: Array("<!--".utf8))
    let end = Array((isComment ? "-->" : ">").utf8)
    while index < bytes.endIndex, !bytes[index...].starts(with: end) { index += 1 }
    index = Swift.min(index + end.count, bytes.endIndex)
  }

  /// The place of the `>` that ends a tag. In quotes it ends nothing.
  private func tagEnd(from start: Int) -> Int {
    var quote: UInt8?
    for place in start..<bytes.endIndex {
      let byte = bytes[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return place
      }
    }
    return bytes.endIndex
  }

  // MARK: Attributes and references

  /// Returns the value of an attribute; empty for one without a value, nil where there is none.
  static func value(of name: String, in attributes: ArraySlice<UInt8>) -> String? {
    var rest = attributes
    let isSpace = { (byte: UInt8) in byte <= 0x20 || byte == UInt8(ascii: "/") }
    while true {
      rest = rest.drop(while: isSpace)
      let word = rest.prefix { !isSpace($0) && $0 != UInt8(ascii: "=") }
      if word.isEmpty { return nil }
      rest = rest[word.endIndex...]
      var value: ArraySlice<UInt8> = []
      if rest.first == UInt8(ascii: "=") {
        rest = rest.dropFirst()
        let quote = rest.first.flatMap { [0x22, 0x27].contains($0) ? $0 : nil }
        if let quote {
          value = rest.dropFirst().prefix { $0 != quote }
          rest = rest[value.endIndex...].dropFirst()
        } else {
          value = rest.prefix { $0 > 0x20 }
          rest = rest[value.endIndex...]
        }
      }
      if String(decoding: word, as: UTF8.self).lowercased() == name { return decoded(value) }
    }
  }

  private static let references = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{a0}",
  ]

  /// Returns a text without character references.
  static func decoded(_ text: ArraySlice<UInt8>) -> String {
    guard text.contains(UInt8(ascii: "&")) else { return String(decoding: text, as: UTF8.self) }
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
    return String(decoding: result + rest, as: UTF8.self)
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

extension ArraySlice<UInt8> {
  fileprivate func firstIndexOf(_ byte: UInt8, from start: Int) -> Int? {
    start < endIndex ? self[start...].firstIndex(of: byte) : nil
  }
}
