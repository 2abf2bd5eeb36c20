/// Tables with captions, scopes and a scrolling region.
extension MarkdownWriter {
  struct TableState {
    /// The class of each column; empty for a column without alignment.
    var classes: [String] = []
    var column = 0
    var isHeader = false
    var hasBody = false
    /// The number of tables so far under each heading.
    var numbers: [String: Int] = [:]
  }

  mutating func enterTable(_ node: MarkdownNode) {
    table.classes = node.alignments.map { Self.classes[$0] ?? "" }
    table.hasBody = false
    let caption = caption()
    let name = caption ?? columnNames(of: node)
    putLine("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
    put(escapedText(name))
    put("\"><table>")
    if let caption { put("<caption>\(escapedText(caption))</caption>") }
    put("\n")
  }

  mutating func exitTable() {
    put(table.hasBody ? "</tbody>\n" : "")
    put("</table></div>\n")
  }

  mutating func enterRow(_ node: MarkdownNode) {
    table.column = 0
    table.isHeader = node.kind == .tableHeader
    if table.isHeader {
      putLine("<thead>\n")
    } else if !table.hasBody {
      table.hasBody = true
      putLine("<tbody>\n")
    }
    putLine("<tr>\n")
  }

  mutating func exitRow(_ node: MarkdownNode) {
    putLine("</tr>\n")
    if node.kind == .tableHeader { put("</thead>\n") }
  }

  mutating func enterCell(_ node: MarkdownNode) {
    putLine("<")
    let columnClass = table.column < table.classes.count ? table.classes[table.column] : ""
    // An empty header cell becomes a plain cell.
    if !table.isHeader {
      put("td")
    } else if node.firstChild == nil {
      return put("td>")
    } else {
      put("th scope=\"col\"")
    }
    put(columnClass.isEmpty ? ">" : " class=\"\(columnClass)\">")
  }

  mutating func exitCell(_ node: MarkdownNode) {
    put(table.isHeader && node.firstChild != nil ? "</th>\n" : "</td>\n")
    table.column += 1
  }

  private static let classes: [UInt8: String] = [
    UInt8(ascii: "l"): "left", UInt8(ascii: "c"): "center", UInt8(ascii: "r"): "right",
  ]

  /// Returns the heading above the table, with a number from the second table below it; nil when
  /// there is no heading.
  private mutating func caption() -> String? {
    guard let title = headings.last?.text, !title.isEmpty else { return nil }
    let number = table.numbers[title, default: 0] + 1
    table.numbers[title] = number
    return number == 1 ? title : "\(title) (\(number))"
  }

  /// Returns a name for a table without a heading, made from its first row.
  private mutating func columnNames(of node: MarkdownNode) -> String {
    let names = node.firstChild?.children.map { plainText(of: $0) }.filter { !$0.isEmpty } ?? []
    return names.isEmpty ? "|" : names.joined(separator: ", ")
  }
}
