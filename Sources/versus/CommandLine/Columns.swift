/// Lines of cells that stand below each other, two spaces apart.
enum Columns {
  static func text(_ rows: [[String]]) -> String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.dropFirst(column).first?.count ?? 0 }.max() ?? 0
    }
    return rows.map { line($0, widths: widths) + "\n" }.joined()
  }

  /// Returns a line whose cells, except the last, are as wide as their columns.
  static func line(_ cells: [String], widths: [Int]) -> String {
    let padded = zip(cells, widths).prefix(max(0, cells.count - 1)).map { cell, width in
      cell + String(repeating: " ", count: max(0, width - cell.count) + 2)
    }
    return padded.joined() + (cells.last ?? "")
  }
}
