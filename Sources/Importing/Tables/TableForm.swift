/// The form of a table's file: what a mapping says that is needed before the table can be read.
package struct TableForm: Sendable {
  /// The byte between two values of a row.
  package var separator: UInt8?
  /// The name of the encoding; nil for UTF-8.
  var encoding: String?
  /// The number of rows above the header.
  var skippedRows = 0
  /// The number of the table in a Markdown file, or of the sheet in a workbook.
  package var number = 1
  /// Whether the mapping names the column without a name: `''`.
  var hasUnnamed = false

  package init(separator: UInt8? = nil) { self.separator = separator }
}
