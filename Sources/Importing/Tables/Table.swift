package import Diagnosing
package import Markup
import System

/// A table of rows to make reports from. Every value knows its place in the file.
package struct Table: Sendable {
  package struct Row: Sendable {
    package let span: SourceSpan
    /// The values by column, without the columns that the row lacks.
    package let values: [String: YAMLNode]
    /// The values with their marks, where the file is Markdown and has any.
    var markup: [String: YAMLNode] = [:]
  }

  package let file: SourceFile
  /// The columns in the order of the file, each once.
  package let columns: [Located<String>]
  package let rows: [Row]
  /// Columns that a mapping may name, but need not: the addresses of links.
  var others: [String] = []

  /// How many rows and columns there are, in words.
  var size: String { "\(counted(rows.count, "row")), \(counted(columns.count, "column"))" }

  /// The maximum number of rows. Each row becomes a report, and each report a file.
  static let maxRows = 30_000
  /// The maximum number of cells. Each takes a hundred bytes or so until the rows are read.
  static let maxCells = 1_500_000

  /// Reads a list of mappings, a table in Markdown, or rows of values.
  ///
  /// - Parameter form: the form of the file, as the mapping describes it.
  /// - Returns: nil when an error was reported.
  package static func read(
    _ file: SourceFile, _ form: TableForm, into log: inout Diagnostics
  ) -> Table? {
    let errors = log.errorCount
    guard let file = utf8(file, form, into: &log) else { return nil }
    let table =
      switch TableKind(file) {
      case .json, .yaml: ListReader(file: file).read(into: &log)
      case .markdown: MarkdownTableReader(file: file, form: form).read(into: &log)
      case .values, .tabbed, .workbook: CSVReader(file: file, form: form).read(into: &log)
      }
    return log.errorCount == errors ? table : nil
  }

  private static func utf8(
    _ file: SourceFile, _ form: TableForm, into log: inout Diagnostics
  ) -> SourceFile? {
    var file = file
    if let encoding = form.encoding, TableKind(file) != .workbook {
      guard let bytes = decoded(file.bytes, from: encoding) else {
        log.report(.tableFormat("the table is not in the encoding '\(encoding)'", at: file.start))
        return nil
      }
      file = SourceFile(path: file.path, bytes: bytes)
    }
    var found = Diagnostics()
    let isReadable = file.isReadable(into: &found)
    if found.sorted.contains(where: { $0.rule == .invalidEncoding }) {
      log.report(
        .tableFormat(
          "the mapping's key 'encoding' names another encoding than UTF-8", at: file.start))
    }
    log.report(contentsOf: found)
    return isReadable ? file : nil
  }
}
