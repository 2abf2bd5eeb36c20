/// The attributes of a tag, as they are written.
struct HTMLAttributes: Sequence, IteratorProtocol {
  private let page: [UInt8]
  private var index: Int
  private let end: Int

  /// - Parameter range: what stands in the tag behind its name.
  init(of page: [UInt8], in range: Range<Int>) {
    self.page = page
    index = range.lowerBound
    end = range.upperBound
  }

  /// The places of the next name and of its value, which is empty for an attribute without one.
  mutating func next() -> (name: Range<Int>, value: Range<Int>)? {
    skip { Self.isSpace($0) }
    let name = skip { !Self.isSpace($0) && $0 != UInt8(ascii: "=") }
    if name.isEmpty { return nil }
    guard index < end, page[index] == UInt8(ascii: "=") else { return (name, index..<index) }
    index += 1
    let quote = index < end ? page[index] : 0
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return (name, skip { $0 > 0x20 })
    }
    index += 1
    let value = skip { $0 != quote }
    index = Swift.min(index + 1, end)
    return (name, value)
  }

  /// Skips bytes, and returns their places.
  @discardableResult
  private mutating func skip(while isSkipped: (UInt8) -> Bool) -> Range<Int> {
    let start = index
    while index < end, isSkipped(page[index]) { index += 1 }
    return start..<index
  }

  /// Returns the value of an attribute, without character references; empty for one without a
  /// value, nil where there is none.
  ///
  /// - Parameter name: a name in lower case.
  func value(of name: StaticString) -> ArraySlice<UInt8>? {
    place(of: name).map { HTMLReferences.decoded(page[$0]) }
  }

  /// Returns the place of an attribute's value in the page.
  func place(of name: StaticString) -> Range<Int>? { first { isEqual($0.name, name) }?.value }

  func number(of name: StaticString) -> Int? {
    value(of: name).flatMap { Int(String(decoding: $0, as: UTF8.self)) }
  }

  /// Whether the content is hidden from readers who listen, or is for using the page.
  var areOfUnread: Bool {
    contains { name, value in
      isEqual(name, "hidden") || isEqual(name, "aria-hidden") && isEqual(value, "true")
        || isEqual(name, "role") && isEqual(value, "toolbar")
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: "/") }

  /// Returns whether a place holds a word, in whatever case.
  private func isEqual(_ place: Range<Int>, _ word: StaticString) -> Bool {
    // A static string is immutable and never freed.
    word.withUTF8Buffer { bytes in
      guard bytes.count == place.count else { return false }
      for offset in 0..<bytes.count
      where unsafe page[place.lowerBound + offset] | 0x20 != bytes[offset] { return false }
      return true
    }
  }
}
