/// How the file of a table is written: what a mapping says that is needed before it can be read.
package struct TableForm: Sendable {
  /// The byte between two values of a row.
  package var separator: UInt8?
  /// Nil for UTF-8.
  var encoding: String?
  /// Rows above the header.
  var skippedRows = 0
  /// Columns that nothing is made of.
  var ignored: [String] = []

  package init(separator: UInt8? = nil) { self.separator = separator }
}
