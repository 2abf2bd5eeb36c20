import Diagnosing
import Markup
import Reading

/// Reads a list of mappings. JSON is read as YAML.
struct ListReader {
  let file: SourceFile

  func read(into log: inout Diagnostics) -> Table? {
    let errors = log.errorCount
    if rowCount > Table.maxRows {
      log.report(.rowCount(Table.maxRows, at: file.start))
      return nil
    }
    guard let root = asYAML.yaml(into: &log) else {
      if log.errorCount == errors { log.report(.tableFormat("the list is empty", at: file.start)) }
      return nil
    }
    var columns: [Located<String>] = []
    var known: Set<String> = []
    let rows = root.items("the table", into: &log).map { item in
      let entries = item.entries("a row", into: &log)
      for (key, _) in entries where known.insert(key.value).inserted { columns.append(key) }
      let pairs = entries.map { ($0.key.value, $0.value) }
      return Table.Row(span: item.span, values: Dictionary(pairs) { first, _ in first })
    }
    return Table(file: file, columns: columns, rows: rows)
  }

  private var isJSON: Bool { TableKind(file) == .json }

  /// An upper bound on the number of rows, counted before parsing, which takes much more memory.
  private var rowCount: Int {
    isJSON
      ? JSONText.objectCount(file.bytes)
      : file.bytes.split(separator: UInt8(ascii: "\n")).count { $0.first == UInt8(ascii: "-") }
  }

  private var asYAML: SourceFile {
    guard isJSON else { return file }
    return SourceFile(path: file.path, bytes: JSONText.asYAML(file.bytes))
  }
}
