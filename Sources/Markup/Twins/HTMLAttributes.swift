/// The attributes of a tag, as they are written.
struct HTMLAttributes: Sequence, IteratorProtocol {
  private var rest: ArraySlice<UInt8>

  init(_ written: ArraySlice<UInt8>) { rest = written }

  /// The next name with its value, which is empty for an attribute without one.
  mutating func next() -> (name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)? {
    rest = rest.drop(while: Self.isSpace)
    let name = rest.prefix { !Self.isSpace($0) && $0 != UInt8(ascii: "=") }
    if name.isEmpty { return nil }
    rest = rest[name.endIndex...]
    guard rest.first == UInt8(ascii: "=") else { return (name, []) }
    rest = rest.dropFirst()
    let value: ArraySlice<UInt8>
    if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      value = rest.dropFirst().prefix { $0 != quote }
      rest = rest[value.endIndex...].dropFirst()
    } else {
      value = rest.prefix { $0 > 0x20 }
      rest = rest[value.endIndex...]
    }
    return (name, value)
  }

  /// Returns the value of an attribute, without character references; empty for one without a
  /// value, nil where there is none.
  ///
  /// - Parameter name: a name in lower case.
  func value(of name: String) -> ArraySlice<UInt8>? {
    first { Self.isEqual($0.name, name) }.map { HTMLTokens.decoded($0.value) }
  }

  func number(of name: String) -> Int? {
    value(of: name).flatMap { Int(String(decoding: $0, as: UTF8.self)) }
  }

  /// Whether the content is left out for readers who cannot see it, or is for using the page.
  var areOfUnread: Bool {
    contains { name, value in
      Self.isEqual(name, "hidden")
        || Self.isEqual(name, "aria-hidden") && value.elementsEqual("true".utf8)
        || Self.isEqual(name, "role") && value.elementsEqual("toolbar".utf8)
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: "/") }

  private static func isEqual(_ word: ArraySlice<UInt8>, _ name: String) -> Bool {
    word.count == name.utf8.count && zip(word, name.utf8).allSatisfy { $0 | 0x20 == $1 }
  }
}
