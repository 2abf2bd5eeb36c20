/// The rows of a table, as they are read from a page.
struct MarkdownRows {
  /// Whether the first row says what the columns are.
  var hasHeader = false
  private(set) var isInCell = false
  private var rows: [[String]] = []
  private var columns = 1
  /// Whether all cells of the first row are headers.
  private var areHeaders = true

  mutating func begin() { rows.append([]) }

  mutating func beginCell(isHeader: Bool, columns: Int) {
    if rows.isEmpty { begin() }
    if rows.count == 1, !isHeader { areHeaders = false }
    isInCell = true
    self.columns = columns
  }

  mutating func endCell(_ text: String) {
    isInCell = false
    let rest = [String](repeating: "", count: columns - 1)
    rows[rows.count - 1] += [text] + rest
  }

  /// The table in GitHub Flavored Markdown; empty for one without cells.
  var text: String {
    let filled = rows.filter { !$0.isEmpty }
    let width = filled.map(\.count).max() ?? 0
    if width == 0 { return "" }
    let header = hasHeader || areHeaders ? filled.first ?? [] : []
    let body = hasHeader || areHeaders ? filled.dropFirst() : filled[...]
    let line = { (cells: [String]) in
      let missing = [String](repeating: "", count: width - cells.count)
      return "| " + (cells + missing).joined(separator: " | ") + " |"
    }
    let dashes = [String](repeating: "---", count: width)
    return ([line(header), line(dashes)] + body.map(line)).joined(separator: "\n")
  }
}
