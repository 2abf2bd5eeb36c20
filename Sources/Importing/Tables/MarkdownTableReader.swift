import Diagnosing
import Markup
import Reading

/// Reads one of the tables of a Markdown file.
///
/// A cell is the text that readers see. Where cells of a column have links, the mapping may also
/// name the column of their addresses, which is called like the column, with " link" behind it.
struct MarkdownTableReader {
  let file: SourceFile
  let form: TableForm

  func read(into log: inout Diagnostics) -> Table? {
    let errors = log.errorCount
    guard let table = MarkdownTable(form.number, in: file, into: &log) else {
      if log.errorCount == errors {
        log.report(.tableFormat("the file has no table number \(form.number)", at: file.start))
      }
      return nil
    }
    let columns = table.header.map { Located($0.text, at: $0.span) }
    check(columns, form, into: &log)
    if table.rows.count > Table.maxRows {
      log.report(.rowCount(Table.maxRows, at: columns.first?.span ?? file.start))
      return nil
    }
    let names = columns.map(\.value)
    let linked = names.enumerated().compactMap { index, name -> String? in
      let hasLinks = table.rows.contains { $0.indices.contains(index) && $0[index].link != nil }
      let link = Self.linkName(name)
      return hasLinks && !names.contains(link) ? link : nil
    }
    let rows = table.rows.map { row(names, $0, linked: Set(linked)) }
    return Table(file: file, columns: columns, rows: rows, others: linked)
  }

  private static func linkName(_ column: String) -> String { column + " link" }

  private func row(_ names: [String], _ cells: [MarkdownTable.Cell], linked: Set<String>)
    -> Table.Row
  {
    var values: [String: YAMLNode] = [:]
    var markup: [String: YAMLNode] = [:]
    let node = { (text: String, span: SourceSpan) in
      YAMLNode(content: .scalar(text, isPlain: false), span: span)
    }
    for (name, cell) in zip(names, cells) {
      values[name] = values[name] ?? node(cell.text, cell.span)
      if cell.source != cell.text { markup[name] = node(cell.source, cell.span) }
      let link = Self.linkName(name)
      if let address = cell.link, linked.contains(link) { values[link] = node(address, cell.span) }
    }
    let span = cells.first.map { first in
      SourceSpan(
        file: file,
        range: first.span.range
          .lowerBound..<max(first.span.range.upperBound, cells.last?.span.range.upperBound ?? 0))
    }
    return Table.Row(span: span ?? file.start, values: values, markup: markup)
  }
}

/// Reports columns without a name, and names that occur twice.
func check(_ columns: [Located<String>], _ form: TableForm, into log: inout Diagnostics) {
  var first: [String: SourceSpan] = [:]
  for column in columns {
    if column.value.isEmpty, !form.hasUnnamed {
      log.report(
        .tableFormat(
          "a column has no name; the mapping's key 'ignore' can leave it out: [ '' ]; if it has "
            + "the names of the vendors, the key is 'vendor': ''",
          at: column.span))
    }
    if let first = first.updateValue(column.span, forKey: column.value), !column.value.isEmpty {
      log.report(.duplicateKey(column.value, first: first, at: column.span))
    }
  }
}
