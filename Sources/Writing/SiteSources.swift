import Hashing

/// What the files of a site were made from: a page is stale when what it was made from changed.
struct SiteSources: Sendable, Codable, Equatable {
  /// The files that exist once, by path.
  @TextTable var files: [String: FileState] = [:]
  /// What the comparisons were made from, by the slug of the category.
  var categories: [String: PairSources] = [:]

  struct FileState: Sendable, Equatable {
    let fingerprint: Fingerprint
    var size: Int
  }

  /// What the comparisons of a category were made from.
  struct PairSources: Sendable, Codable, Equatable {
    /// What all pages share.
    let program: Fingerprint
    /// What the pages of a vendor share, by slug.
    @TextTable var vendors: [String: Fingerprint]
    /// The pairs that an editor wrote about, by both slugs with a space between.
    @TextTable var articles: [String: Fingerprint]
    /// The size of all their pages together.
    var bytes = 0
  }

  /// The size of all files together.
  var bytes: Int {
    categories.values.reduce(0) { $0 + $1.bytes } + files.values.reduce(0) { $0 + $1.size }
  }

  /// Whether the numbers are sizes, whose sum can be counted.
  var isSound: Bool {
    var sum = 0
    for size in categories.values.map(\.bytes) + files.values.map(\.size) {
      let (next, isOver) = sum.addingReportingOverflow(size)
      if size < 0 || isOver { return false }
      sum = next
    }
    return files.keys.allSatisfy(RelativePath.isSound)
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
