import FoundationEssentials
import Markup
import System

/// Writes JSON, with members in the order given.
///
/// Each vendor has such a file. Foundation's encoder would produce equal bytes, but take as long as
/// everything else that a vendor needs.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  /// Returns a file that consists of one JSON object and a line break.
  static func file(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.object(members)
    json.bytes.append(UInt8(ascii: "\n"))
    return json.bytes
  }

  // MARK: Values

  mutating func object(_ members: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "{"))
    members(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  mutating func list<Item>(_ items: [Item], _ write: (inout JSONWriter, Item) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "["))
    for item in items { write(&self, item) }
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func text(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    TextEscaping.writeJSON(text, isInHTML: false, into: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func number(_ number: Int) {
    separate()
    bytes += String(number).utf8
  }

  /// Writes a number with all its digits.
  mutating func number(_ number: Decimal) {
    separate()
    bytes += number.text.utf8
  }

  mutating func bool(_ bool: Bool) {
    separate()
    bytes += (bool ? "true" : "false").utf8
  }

  // MARK: Members of an object

  /// Writes the name of a member; its value must follow.
  mutating func name(_ name: String) {
    text(name)
    bytes.append(UInt8(ascii: ":"))
  }

  /// Writes a member, unless its value is nil.
  mutating func member(_ name: String, _ value: String?) {
    guard let value else { return }
    self.name(name)
    text(value)
  }

  mutating func member(_ name: String, _ value: Bool) {
    self.name(name)
    bool(value)
  }

  /// Writes a member that is a list, unless it is nil.
  mutating func member<Item>(
    _ name: String, _ items: [Item]?, _ write: (inout JSONWriter, Item) -> Void
  ) {
    guard let items else { return }
    self.name(name)
    list(items, write)
  }

  /// Writes a comma, except before the first member or item. The last byte shows whether this is
  /// the first one, since a text always ends with a quote.
  private mutating func separate() {
    switch bytes.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"): break
    default: bytes.append(UInt8(ascii: ","))
    }
  }
}
