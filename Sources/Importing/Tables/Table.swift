package import Diagnosing
package import Markup
import System

/// A table of rows to make reports from. Every value knows its place in the file.
package struct Table: Sendable {
  package struct Row: Sendable {
    package let span: SourceSpan
    /// The values by column, without the columns that the row lacks.
    package let values: [String: YAMLNode]
  }

  package let file: SourceFile
  /// The columns in the order of the file, each once.
  package let columns: [Located<String>]
  package let rows: [Row]

  /// The maximum number of rows. Each row becomes a report, and each report a file.
  static let maxRows = 30_000

  /// Reads a list of mappings from `.json`, `.yaml` or `.yml`, and rows of values from any other
  /// file.
  ///
  /// - Parameter form: the form of the file, as the mapping describes it.
  /// - Returns: nil when an error was reported.
  package static func read(
    _ file: SourceFile, _ form: TableForm, into log: inout Diagnostics
  ) -> Table? {
    let errors = log.errorCount
    guard let file = utf8(file, form, into: &log) else { return nil }
    let isList = [".json", ".yaml", ".yml"].contains { file.path.lowercased().hasSuffix($0) }
    let table =
      isList
      ? ListReader(file: file).read(into: &log)
      : CSVReader(file: file, form: form).read(into: &log)
    return log.errorCount == errors ? table : nil
  }

  private static func utf8(
    _ file: SourceFile, _ form: TableForm, into log: inout Diagnostics
  ) -> SourceFile? {
    var file = file
    if let encoding = form.encoding {
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
