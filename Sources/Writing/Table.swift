/// What stands beside a key in a `Table`.
protocol TableCell: Sendable {
  /// Without a zero.
  var cell: String { get }

  init?(cell: ArraySlice<UInt8>)
}

/// A dictionary that is kept as one text, key after cell: a manifest has thousands of these, which the
/// coders of Foundation take a microsecond or more each for.
@propertyWrapper
struct Table<Cell: TableCell> {
  var wrappedValue: [String: Cell]
}

extension Table: Equatable where Cell: Equatable {}

extension Table: Codable {
  /// Paths hold any character but this one.
  private static var separator: UInt8 { 0 }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    var parts = Array(try container.decode(String.self).utf8).split(
      separator: Self.separator, omittingEmptySubsequences: false)[...]
    wrappedValue = Dictionary(minimumCapacity: parts.count / 2)
    while let key = parts.popFirst(), let text = parts.popFirst() {
      guard let cell = Cell(cell: text) else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a cell")
      }
      wrappedValue[String(decoding: key, as: UTF8.self)] = cell
    }
  }

  func encode(to encoder: any Encoder) throws {
    var text = ""
    for key in sorted(Array(wrappedValue.keys)) {
      guard let cell = wrappedValue[key]?.cell else { continue }
      text += key + "\u{0}" + cell + "\u{0}"
    }
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// Not generic, so that it is made for texts alone: sorting is most of what a table costs.
private func sorted(_ keys: [String]) -> [String] { keys.sorted() }
