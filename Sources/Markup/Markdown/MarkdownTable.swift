package import Diagnosing
import System

/// A table in a Markdown file, as GitHub reads it.
package struct MarkdownTable {
  package struct Cell {
    /// The text that readers see, without marks.
    package let text: String
    /// The text as it is written, on one line.
    package let source: String
    /// The address that the first link of the cell leads to.
    package let link: String?
    package let span: SourceSpan
  }

  package let header: [Cell]
  package let rows: [[Cell]]

  /// Reads the table with a number, counted from 1, and reports a text that is too large.
  ///
  /// - Returns: nil when an error was reported, and for a file with fewer tables.
  package init?(_ number: Int, in file: SourceFile, into log: inout Diagnostics) {
    let start = byteOrderMarkLength(file)
    let source = String(decoding: file.bytes[start...], as: UTF8.self)
    if let excess = MarkdownCost(of: source).excess {
      let place = start + excess.offset
      log.report(
        .markupLimit(excess, at: SourceSpan(file: file, range: place..<file.bytes.count).head))
      return nil
    }
    let lines = Self.lines(of: file, from: start)
    let found = MarkdownTree(source)?.withRoot { root -> [[Cell]]? in
      var tables: [MarkdownNode] = []
      root.walk { event, node in
        if event == .enter, node.kind == .table { tables.append(node) }
      }
      guard tables.indices.contains(number - 1) else { return nil }
      return tables[number - 1].children.map { row in
        let line = lines.indices.contains(row.line - 1) ? lines[row.line - 1] : file.start
        return Self.cells(of: row, on: line)
      }
    }
    guard let all = found.flatMap(\.self), let header = all.first else { return nil }
    self.header = header
    rows = Array(all.dropFirst())
  }

  private static func lines(of file: SourceFile, from start: Int) -> [SourceSpan] {
    var lines: [SourceSpan] = []
    var place = start
    while place < file.bytes.count {
      let line = SourceSpan(file: file, range: place..<file.bytes.count).head
      lines.append(line)
      place = line.range.upperBound
      // CR and LF together end one line.
      if place < file.bytes.count, file.bytes[place] == UInt8(ascii: "\r") { place += 1 }
      if place < file.bytes.count, file.bytes[place] == UInt8(ascii: "\n") { place += 1 }
    }
    return lines
  }

  /// cmark-gfm reports only the lines of rows, so the cells are found again between the bars.
  private static func cells(of row: MarkdownNode, on line: SourceSpan) -> [Cell] {
    let nodes = Array(row.children)
    let places = parts(of: line)
    return nodes.enumerated().map { index, node in
      let text = plainText(of: node)
      guard places.count == nodes.count else {
        return Cell(text: text, source: text, link: link(in: node), span: line)
      }
      let source = places[index].text.replacingAll("\\|", with: "|")
      return Cell(text: text, source: source, link: link(in: node), span: places[index])
    }
  }

  /// The places between the bars of a line, without the spaces around them.
  private static func parts(of line: SourceSpan) -> [SourceSpan] {
    let bytes = line.file.bytes
    var bars: [Int] = []
    var isEscaped = false
    for index in line.range {
      if bytes[index] == UInt8(ascii: "|"), !isEscaped { bars.append(index) }
      isEscaped = bytes[index] == UInt8(ascii: "\\") && !isEscaped
    }
    let ends = bars + [line.range.upperBound]
    let starts = [line.range.lowerBound] + bars.map { $0 + 1 }
    var parts = zip(starts, ends).map { trimmed($0.0..<$0.1, of: line.file) }
    // Before the first bar of a row, and behind its last one, is no cell.
    if parts.count > 1, parts.first?.range.isEmpty == true { parts.removeFirst() }
    if parts.count > 1, parts.last?.range.isEmpty == true { parts.removeLast() }
    return parts
  }

  private static func trimmed(_ range: Range<Int>, of file: SourceFile) -> SourceSpan {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0d }
    let rest = file.bytes[range].drop(while: isSpace)
    let end = rest.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? rest.startIndex
    return SourceSpan(file: file, range: rest.startIndex..<end)
  }

  private static func plainText(of cell: MarkdownNode) -> String {
    var text = ""
    cell.walk { event, node in
      guard event == .enter else { return }
      switch node.kind {
      case .text, .code: text += node.literal
      case .softBreak, .lineBreak: text += " "
      case .htmlInline where node.literal.lowercased().hasPrefix("<br"): text += " "
      default: break
      }
    }
    return text.split(separator: " ").joined(separator: " ")
  }

  private static func link(in cell: MarkdownNode) -> String? {
    var link: String?
    cell.walk { event, node in
      if event == .enter, node.kind == .link, link == nil { link = node.url }
    }
    return link
  }
}
