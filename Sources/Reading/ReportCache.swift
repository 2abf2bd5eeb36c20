import Content
import Diagnosing

/// Reports as they came out when the content was last read.
///
/// What a report is read as depends on its path, its bytes and the categories' files, on nothing
/// else; where all of these are the same, so is the result. The bytes themselves are compared, not
/// the files' times, which need not change with a quick second save.
package struct ReportCache: Sendable {
  struct Result: Sendable {
    let file: SourceFile
    /// Nil when it could not be read.
    let report: Report?
    let diagnostics: Diagnostics
  }

  private var categories: [SourceFile] = []
  private var results: [String: Result] = [:]

  package init() {}

  /// Forgets all reports when the categories are others than those they were read with.
  mutating func keep(for files: [SourceFile]) {
    if files.elementsEqual(categories, by: { $0.isSame(as: $1) }) { return }
    categories = files
    results = [:]
  }

  /// Nil when the file has changed.
  func result(for file: SourceFile) -> Result? {
    guard let result = results[file.path], result.file.isSame(as: file) else { return nil }
    return result
  }

  mutating func replace(with results: [Result]) {
    self.results = Dictionary(uniqueKeysWithValues: results.map { ($0.file.path, $0) })
  }
}
