extension Diagnostic {
  /// What a diagnostic says. What an author wrote is shortened where the message quotes it, so that no
  /// rule has to think of values of any length.
  ///
  /// A value that is interpolated between single quotes is cut to `quoted` characters, and what could
  /// move a cursor is made visible; anything else, say a list of what would be right, to `listed`.
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

      /// A path or an address, of which a part is of no use; slugs and the system bound its length.
      package mutating func appendInterpolation(path: String) { text += VisibleText.of(path) }
    }

    /// So many characters at most, and no more than twice as many scalars: one character may have
    /// thousands of them.
    private static func shortened(_ value: String, to limit: Int) -> String {
      if value.utf8.count <= limit { return value }
      let scalars = value.unicodeScalars
      let end = scalars.index(scalars.startIndex, offsetBy: 2 * limit, limitedBy: scalars.endIndex)
      let head = value[..<(end ?? scalars.endIndex)]
      // The last character may have lost what belongs to it.
      let whole = head.endIndex == value.endIndex || head.count < 2 ? head : head.dropLast()
      let part = whole.prefix(limit)
      return part.endIndex == value.endIndex ? value : part + "…"
    }
  }
}
