/// What a build did: the contract of `build --format json`.
package struct BuildResult: Sendable, Encodable {
  package let week: String
  package let vendors: Int
  /// All pages, comparisons included.
  package let pages: Int
  package let comparisons: Int
  package var written = 0
  package var unchanged = 0
  package var removed = 0
  /// The size of all files of the site, written or not.
  package var bytes = 0
  package var seconds = 0.0
  package var peakMemoryBytes = 0
}

/// What became of some files.
struct FileCounts: Sendable {
  var written = 0
  /// How many bytes more the site has now.
  var growth = 0
}
