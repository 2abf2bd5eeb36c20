import Markup

/// A value of a packed file, as JSON. Only what programs in JavaScript read without loss: whole
/// numbers of at most 53 bits, and decimals of at most 15 digits.
package indirect enum PackedJSON: Sendable, Equatable, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral
{
  case none
  case bool(Bool)
  case number(Int)
  /// A decimal, in the digits that JavaScript writes for it, too.
  case decimal(String)
  case text(String)
  case list([PackedJSON])
  case object([Member])

  package struct Member: Sendable, Equatable {
    let name: String
    let value: PackedJSON
  }

  package init(stringLiteral text: String) { self = .text(text) }
  package init(integerLiteral number: Int) { self = .number(number) }
  package init(arrayLiteral items: PackedJSON...) { self = .list(items) }

  /// Creates an object with members in the order given.
  package static func object(_ members: KeyValuePairs<String, PackedJSON>) -> PackedJSON {
    .object(members.map { Member(name: $0.key, value: $0.value) })
  }

  /// Returns an object with one more member; any other value is returned as it is.
  package func adding(_ name: String, _ text: String) -> PackedJSON {
    guard case .object(let members) = self else { return self }
    return .object(members + [Member(name: name, value: .text(text))])
  }

  /// The bytes of a file that holds the value.
  package var file: [UInt8] {
    var bytes: [UInt8] = []
    write(into: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private func write(into bytes: inout [UInt8]) {
    switch self {
    case .none: bytes += "null".utf8
    case .bool(let bool): bytes += (bool ? "true" : "false").utf8
    case .number(let number): bytes += String(number).utf8
    case .decimal(let digits): bytes += digits.utf8
    case .text(let text): Self.write(text, into: &bytes)
    case .list(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        item.write(into: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        // A line for each member, so that people can read a file and compare two of them.
        bytes += (index > 0 ? ",\n" : "").utf8
        Self.write(member.name, into: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(into: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    TextEscaping.writeJSON(text, isInHTML: false, into: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }
}

/// Why something cannot be packed, in words that complete "a packed page cannot …".
package struct PackingFailure: Error, Sendable, Equatable {
  package let reason: String

  init(_ reason: String) { self.reason = reason }

  /// For values whose differences matter and do not fit whole numbers.
  package static let tooFine = PackingFailure("compare values of so many digits")
}
