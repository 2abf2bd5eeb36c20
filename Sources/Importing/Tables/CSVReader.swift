import Diagnosing
import Markup
import Reading

/// Reads comma-separated values by RFC 4180. Records end with LF, CRLF or CR. A quoted value may
/// contain separators, line ends and doubled quotes.
///
/// None of the libraries in Debian reports the place of a value, so this reader is our own.
struct CSVReader {
  private struct Value {
    let text: String
    let isQuoted: Bool
    /// The range of the value, without its quotes.
    let range: Range<Int>
  }

  private static let (quote, lineFeed, carriageReturn) = (UInt8(0x22), UInt8(0x0a), UInt8(0x0d))

  let file: SourceFile
  let form: TableForm

  private let separator: UInt8

  init(file: SourceFile, form: TableForm) {
    (self.file, self.form) = (file, form)
    separator =
      switch TableKind(file) {
      // Sheets become values with commas, whatever the mapping says.
      case .workbook: UInt8(ascii: ",")
      case .tabbed: form.separator ?? UInt8(ascii: "\t")
      default: form.separator ?? UInt8(ascii: ",")
      }
  }

  func read(into log: inout Diagnostics) -> Table? {
    var offset = byteOrderMarkLength(file)
    for _ in 0..<form.skippedRows { skipLine(&offset) }
    guard let header = record(at: &offset, into: &log) else {
      log.report(.tableFormat("the table has no header", at: file.start))
      return nil
    }
    let columns = header.map { Located($0.text, at: span($0.range)) }
    check(columns, form, into: &log)
    var rows: [Table.Row] = []
    while true {
      let errors = log.errorCount
      guard let values = record(at: &offset, into: &log) else { break }
      guard let first = values.first, let last = values.last, log.errorCount == errors
      else { continue }
      let place = span(first.range.lowerBound..<last.range.upperBound)
      if values.count != columns.count {
        let hint = columns.count == 1 ? Self.skipHint : ""
        log.report(
          .tableFormat(
            "the row has \(values.count) values, the header \(columns.count)\(hint)", at: place.head
          ))
        continue
      }
      if rows.count == Table.maxRows {
        log.report(.rowCount(Table.maxRows, at: place.head))
        break
      }
      if (rows.count + 1) * columns.count > Table.maxCells {
        log.report(.cellCount(Table.maxCells, columns: columns.count, at: place.head))
        break
      }
      rows.append(Table.Row(span: place, values: named(values, columns)))
    }
    return Table(file: file, columns: columns, rows: rows)
  }

  private static let skipHint =
    "; the mapping's key 'skip' leaves out rows above the header, its key 'separator' says what "
    + "stands between values"

  private func named(_ values: [Value], _ columns: [Located<String>]) -> [String: YAMLNode] {
    let pairs = zip(columns, values).map { column, value in
      let content = YAMLNode.Content.scalar(value.text, isPlain: !value.isQuoted)
      return (column.value, YAMLNode(content: content, span: span(value.range)))
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// Returns the record at an offset, after any empty lines; nil at the end of the file.
  private func record(at offset: inout Int, into log: inout Diagnostics) -> [Value]? {
    while offset < file.bytes.count, isLineEnd(file.bytes[offset]) { offset += 1 }
    guard offset < file.bytes.count else { return nil }
    var values: [Value] = []
    while true {
      values.append(
        byte(at: offset) == Self.quote
          ? quoted(at: &offset, into: &log) : plain(at: &offset, into: &log))
      guard byte(at: offset) == separator else { break }
      offset += 1
    }
    return values
  }

  private func plain(at offset: inout Int, into log: inout Diagnostics) -> Value {
    let start = offset
    while let byte = byte(at: offset), byte != separator, !isLineEnd(byte) {
      if byte == Self.quote {
        log.report(
          .tableFormat(
            "a quote can stand only in a value that begins with one; put quotes around the value, "
              + "and double those in it",
            at: span(offset..<offset + 1)))
        skipRecord(&offset)
        break
      }
      offset += 1
    }
    return Value(text: span(start..<offset).text, isQuoted: false, range: start..<offset)
  }

  private func quoted(at offset: inout Int, into log: inout Diagnostics) -> Value {
    let open = offset
    var bytes: [UInt8] = []
    offset += 1
    while let byte = byte(at: offset) {
      offset += 1
      if byte != Self.quote {
        bytes.append(byte)
      } else if self.byte(at: offset) == Self.quote {
        bytes.append(byte)
        offset += 1
      } else {
        let range = open + 1..<offset - 1
        if let next = self.byte(at: offset), next != separator, !isLineEnd(next) {
          log.report(
            .tableFormat(
              "behind a closing quote stands a separator or a line end",
              at: span(offset..<offset + 1)))
          skipRecord(&offset)
        }
        return Value(text: String(decoding: bytes, as: UTF8.self), isQuoted: true, range: range)
      }
    }
    log.report(.tableFormat("the quote that opens here is not closed", at: span(open..<open + 1)))
    return Value(text: "", isQuoted: true, range: open + 1..<offset)
  }

  private func skipLine(_ offset: inout Int) {
    skipRecord(&offset)
    if byte(at: offset) == Self.carriageReturn { offset += 1 }
    if byte(at: offset) == Self.lineFeed { offset += 1 }
  }

  /// Skips to the end of the line, which resumes reading after a mistake.
  private func skipRecord(_ offset: inout Int) {
    while let byte = byte(at: offset), !isLineEnd(byte) { offset += 1 }
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == Self.lineFeed || byte == Self.carriageReturn
  }

  private func byte(at offset: Int) -> UInt8? {
    offset < file.bytes.count ? file.bytes[offset] : nil
  }

  private func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(file: file, range: range) }
}
