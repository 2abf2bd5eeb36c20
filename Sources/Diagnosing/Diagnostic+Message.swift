extension Diagnostic {
  /// The message of a diagnostic. Text quoted from the author is shortened, so no rule has to
  /// handle long values.
  ///
  /// A value interpolated between single quotes is cut to `quoted` characters. Any other value,
  /// such as a list of alternatives, is cut to `listed`. Characters that could move a cursor are
  /// made visible.
  package struct Message: Sendable, ExpressibleByStringInterpolation {
    private static let quoted = 60
    private static let listed = 600

    package let text: String

    package init(_ text: String) { self.text = text }
    package init(stringLiteral text: String) { self.text = text }
    package init(stringInterpolation message: Interpolation) { text = message.text }

    package static func + (left: Message, right: Message) -> Message {
      Message(left.text + right.text)
    }

    package struct Interpolation: StringInterpolationProtocol {
      fileprivate var text = ""

      package init(literalCapacity: Int, interpolationCount: Int) {}

      package mutating func appendLiteral(_ literal: String) { text += literal }

      package mutating func appendInterpolation<Value>(_ value: Value) {
        let value = String(describing: value)
        text +=
          text.utf8.last == UInt8(ascii: "'")
          ? VisibleText.of(shortened(value, to: quoted)) : shortened(value, to: listed)
      }

      /// Appends a path or an address, which is never cut, because a part of one is useless. Slugs
      /// and the system limit its length.
      package mutating func appendInterpolation(path: String) { text += VisibleText.of(path) }
    }

    /// Returns at most `limit` characters and twice as many scalars, because one character may have
    /// thousands of scalars.
    private static func shortened(_ value: String, to limit: Int) -> String {
      if value.utf8.count <= limit { return value }
      let scalars = value.unicodeScalars
      let end = scalars.index(scalars.startIndex, offsetBy: 2 * limit, limitedBy: scalars.endIndex)
      let head = value[..<(end ?? scalars.endIndex)]
      // The cut may have split the last character's scalars, so that character is dropped.
      let whole = head.endIndex == value.endIndex || head.count < 2 ? head : head.dropLast()
      let part = whole.prefix(limit)
      return part.endIndex == value.endIndex ? value : part + "…"
    }
  }
}
