import Content
import Diagnosing

/// The reports of the last read, for reuse.
///
/// The result of reading a report depends only on its path, its bytes and the category files. The
/// cache compares bytes, not modification times, because two saves in quick succession may have
/// equal times.
package struct ReportCache: Sendable {
  struct Result: Sendable {
    let file: SourceFile
    /// The report; nil when it could not be read.
    let report: Report?
    let diagnostics: Diagnostics
  }

  private var categories: [SourceFile] = []
  private var results: [String: Result] = [:]

  package init() {}

  /// Drops all reports unless they were read with the given category files.
  mutating func keep(for files: [SourceFile]) {
    if files.elementsEqual(categories, by: { $0.isSame(as: $1) }) { return }
    categories = files
    results = [:]
  }

  /// Returns the result for a file; nil when the file has changed.
  func result(for file: SourceFile) -> Result? {
    guard let result = results[file.path], result.file.isSame(as: file) else { return nil }
    return result
  }

  mutating func replace(with results: [Result]) {
    self.results = Dictionary(uniqueKeysWithValues: results.map { ($0.file.path, $0) })
  }
}
