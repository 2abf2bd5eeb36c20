import Content

/// What stands beside a key in a `Table`.
protocol TableCell: Sendable {
  /// Without a zero.
  var cell: String { get }

  init?(cell: String)
}

/// A dictionary that is kept as a `TextList`, each key before its cell.
@propertyWrapper
struct Table<Cell: TableCell> {
  var wrappedValue: [String: Cell]
}

extension Table: Equatable where Cell: Equatable {}

extension Table: Codable {
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

/// Not generic, so that it is made for texts alone: sorting is most of what a table costs.
private func sorted(_ keys: [String]) -> [String] { keys.sorted() }
