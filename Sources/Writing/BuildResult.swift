/// The outcome of a build, as printed by `build --format json`.
package struct BuildResult: Sendable, Encodable {
  package let week: String
  package let vendors: Int
  /// The number of pages, including comparisons.
  package let pages: Int
  package let comparisons: Int
  package var written = 0
  package var unchanged = 0
  package var removed = 0
  /// The total size of the site's files, whether written or unchanged.
  package var bytes = 0
  package var seconds = 0.0
  package var peakMemoryBytes = 0
}

/// Totals over a number of processed files.
struct FileCounts: Sendable {
  var written = 0
  /// The change in the site's size, in bytes.
  var growth = 0
}
