import Content

/// A value stored beside a key in a `TextTable`.
protocol TextTableCell: Sendable {
  /// The encoded value, without zero bytes.
  var cell: String { get }

  init?(cell: String)
}

/// A dictionary encoded as a `TextList`, each key followed by its cell.
@propertyWrapper
struct TextTable<Cell: TextTableCell> {
  var wrappedValue: [String: Cell]
}

extension TextTable: Equatable where Cell: Equatable {}

extension TextTable: Codable {
  init(from decoder: any Decoder) throws {
    var texts = try TextList(from: decoder).wrappedValue[...]
    wrappedValue = Dictionary(minimumCapacity: texts.count / 2)
    while let key = texts.popFirst(), let text = texts.popFirst() {
      guard let cell = Cell(cell: text) else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "not a cell"))
      }
      wrappedValue[key] = cell
    }
  }

  func encode(to encoder: any Encoder) throws {
    let texts = sorted(Array(wrappedValue.keys)).flatMap { key in
      wrappedValue[key].map { [key, $0.cell] } ?? []
    }
    try TextList(wrappedValue: texts).encode(to: encoder)
  }
}

/// Sorts keys. A separate function, so that the compiler specializes sorting for strings; sorting
/// takes most of the time to encode a table.
private func sorted(_ keys: [String]) -> [String] { keys.sorted() }
