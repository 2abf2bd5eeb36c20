import Comparing
import Content
import System

extension CategoryTable {
  /// The table as CSV (RFC 4180): a header, then a row for each vendor.
  var csv: [UInt8] {
    var header = ["vendor", "name", "week", "updated", "stale", "tier", "url"]
    for column in columns {
      header.append(column.id)
      header += column.details.map { "\(column.id).\($0)" }
    }
    var csv = CSVWriter()
    csv.add(header.map { .text($0) })
    for row in rows { csv.add(fields(of: row)) }
    return csv.bytes
  }

  private func fields(of row: Row) -> [DataValue.Content] {
    let report = row.vendor.report
    var fields: [DataValue.Content] = [
      .text(row.vendor.slug.text), .text(report.name), .text(report.week.text),
      .text(report.updated.text), .text(row.vendor.isStale ? "yes" : "no"),
      .text(row.tier ?? ""), .text(row.url),
    ]
    for (column, value) in zip(columns, row.values) {
      fields.append(value?.content ?? .text(""))
      fields += column.details.map { value?.details[$0] ?? .text("") }
    }
    return fields
  }
}

/// Writes rows of CSV (RFC 4180) that are safe to open in a spreadsheet.
struct CSVWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ fields: [DataValue.Content]) {
    bytes += fields.map(field).joined(separator: ",").utf8
    bytes += "\r\n".utf8
  }

  private func field(_ content: DataValue.Content) -> String {
    switch content {
    case .number(let number): number.text
    case .text(let text): quoted(harmless(text))
    case .items(let items): quoted(harmless(items.joined(separator: "; ")))
    }
  }

  /// Prefixes a text with an apostrophe if a spreadsheet would run it as a formula. Numbers are not
  /// prefixed, so a minus sign remains one.
  private func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    // The full-width forms are included, because some spreadsheets read them as the plain ones.
    return "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) ? "'" + text : text
  }

  private func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      ![UInt8(ascii: "\""), UInt8(ascii: ","), 0x0d, 0x0a].contains($0)
    }
    return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
