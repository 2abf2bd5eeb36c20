import Markup

/// Writes JSON, members in the order they are given.
///
/// A site has such a file for each vendor, and Foundation's encoder takes as long for one as all else
/// that a vendor needs; the bytes are the same.
struct JSONText {
  private(set) var bytes: [UInt8] = []

  /// A document that is an object, as a file, which ends with a line break.
  static func file(_ members: (inout JSONText) -> Void) -> [UInt8] {
    var json = JSONText()
    json.object(members)
    json.bytes.append(UInt8(ascii: "\n"))
    return json.bytes
  }

  // MARK: Values

  mutating func object(_ members: (inout JSONText) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "{"))
    members(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  mutating func list<Item>(_ items: [Item], _ write: (inout JSONText, Item) -> Void) {
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

  mutating func bool(_ bool: Bool) {
    separate()
    bytes += (bool ? "true" : "false").utf8
  }

  // MARK: Members of an object

  /// The name of a member; its value comes next.
  mutating func name(_ name: String) {
    text(name)
    bytes.append(UInt8(ascii: ":"))
  }

  /// A member that is left out when it is nil.
  mutating func member(_ name: String, _ value: String?) {
    guard let value else { return }
    self.name(name)
    text(value)
  }

  mutating func member(_ name: String, _ value: Bool) {
    self.name(name)
    bool(value)
  }

  /// A member that is a list, and left out when it is nil.
  mutating func member<Item>(
    _ name: String, _ items: [Item]?, _ write: (inout JSONText, Item) -> Void
  ) {
    guard let items else { return }
    self.name(name)
    list(items, write)
  }

  /// A comma between two members or items: before all but the first, which the last byte tells, since
  /// a text ends with its quote.
  private mutating func separate() {
    switch bytes.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"): break
    default: bytes.append(UInt8(ascii: ","))
    }
  }
}
