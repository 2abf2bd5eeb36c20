import Content
import Diagnosing

/// The reports of the last read, to be reused.
///
/// The result of reading a report depends only on its path, its bytes and the files of the
/// categories. The cache compares the bytes, not the modification times, because two saves in quick
/// succession may have equal times.
package struct ReportCache: Sendable {
  struct Result: Sendable {
    let file: SourceFile
    /// Nil when the report could not be read.
    let report: Report?
    let diagnostics: Diagnostics
  }

  private var categories: [SourceFile] = []
  private var results: [String: Result] = [:]

  package init() {}

  /// Forgets all reports unless they were read with the given files of categories.
  mutating func keep(for files: [SourceFile]) {
    if files.elementsEqual(categories, by: { $0.isSame(as: $1) }) { return }
    categories = files
    results = [:]
  }

  /// The result for a file, or nil when the file has changed.
  func result(for file: SourceFile) -> Result? {
    guard let result = results[file.path], result.file.isSame(as: file) else { return nil }
    return result
  }

  mutating func replace(with results: [Result]) {
    self.results = Dictionary(uniqueKeysWithValues: results.map { ($0.file.path, $0) })
  }
}
