import Hashing
import System

/// The fingerprints of a site's sources: a page is stale when its fingerprint has changed.
struct SiteSources: Sendable, Codable, Equatable {
  /// The states of the standalone files, by path.
  @TextTable var files: [String: FileState] = [:]
  /// The sources of the comparisons, by category slug.
  var categories: [String: PairSources] = [:]

  struct FileState: Sendable, Equatable {
    let fingerprint: Fingerprint
    var size: Int
  }

  /// The fingerprints that the comparisons of a category depend on.
  struct PairSources: Sendable, Codable, Equatable {
    /// The fingerprint of everything that all pages share.
    let program: Fingerprint
    /// The fingerprint of what all pages of a vendor share, by slug.
    @TextTable var vendors: [String: Fingerprint]
    /// The fingerprints of the articles about pairs; the key is both slugs, separated by a space.
    @TextTable var articles: [String: Fingerprint]
    /// The total size of the pages.
    var bytes = 0
  }

  /// The total size of all files.
  var bytes: Int {
    categories.values.reduce(0) { $0 + $1.bytes } + files.values.reduce(0) { $0 + $1.size }
  }

  /// Whether all sizes are valid and their sum cannot overflow.
  var isSound: Bool {
    var sum = 0
    for size in categories.values.map(\.bytes) + files.values.map(\.size) {
      let (next, isOver) = sum.addingReportingOverflow(size)
      if size < 0 || isOver { return false }
      sum = next
    }
    return files.keys.allSatisfy(\.isRelativePath)
  }
}

extension Fingerprint: TextTableCell {
  var cell: String { text() }

  init?(cell: String) { self.init(text: cell) }
}

extension SiteSources.FileState: TextTableCell {
  var cell: String { "\(fingerprint.text()) \(size)" }

  init?(cell: String) {
    let parts = cell.split(separator: " ")
    guard parts.count == 2, let fingerprint = Fingerprint(text: String(parts[0])),
      let size = Int(parts[1])
    else { return nil }
    self.init(fingerprint: fingerprint, size: size)
  }
}
