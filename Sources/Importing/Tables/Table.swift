package import Diagnosing
package import Markup

/// Rows to make reports of; every value knows its place in the file.
package struct Table: Sendable {
  package struct Row: Sendable {
    package let span: SourceSpan
    /// By column; a column that the row does not have is missing.
    package let values: [String: YAMLNode]
  }

  package let file: SourceFile
  /// In the order of the file, each once.
  package let columns: [Located<String>]
  package let rows: [Row]

  /// Reads a list of mappings from `.json`, `.yaml` or `.yml`, and rows of values from any other.
  ///
  /// - Parameter separator: the byte between two values of a row.
  /// - Returns: nil when an error was reported.
  package static func read(
    _ file: SourceFile, separator: UInt8, into log: inout Diagnostics
  ) -> Table? {
    let errors = log.errorCount
    guard file.isReadable(into: &log) else { return nil }
    let isList = [".json", ".yaml", ".yml"].contains { file.path.lowercased().hasSuffix($0) }
    let table =
      isList
      ? ListReader(file: file).read(into: &log)
      : CSVReader(file: file, separator: separator).read(into: &log)
    return log.errorCount == errors ? table : nil
  }
}
