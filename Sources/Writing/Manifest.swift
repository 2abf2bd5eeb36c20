import FoundationEssentials
import Glibc
import Hashing
import System

/// What an output folder holds and what it was made from, in a size that grows with the vendors only.
///
/// Kept in `.versus/` beside the content. It is marked before the first write of a build and
/// completed after the last, so that a build that was killed is repaired by the next.
struct Manifest: Codable, Equatable {
  /// The program that wrote it; another may make other pages of the same content.
  let tool: String
  /// The output folder that it is about.
  let output: String
  /// What the site was made from, as a whole.
  var inputs: Fingerprint
  /// False from the first write to the last.
  var isComplete: Bool
  /// What may be there: of a build that did not end, the one before it too.
  var layouts: [SiteLayout]
  /// What the files were made from.
  var sources: SiteSources?
  /// What a folder of pairs looked like when the build ended; by its path.
  var stamps: [String: String]

  /// Nil when there is none, or one of another output folder.
  static func read(_ path: String, output: String) -> Manifest? {
    guard let bytes = try? readFile(path),
      let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes)),
      manifest.output == output
    else { return nil }
    return manifest
  }

  func write(to path: String) throws(FileFailure) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("strings and lists can always be encoded")
    }
    try writeFile(Array(data), to: path + ".new")
    guard unsafe rename(path + ".new", path) == 0 else { throw FileFailure("cannot replace", path) }
  }
}

/// What the files of a site were made from: a page is stale when what it was made from changed.
struct SiteSources: Codable, Equatable {
  /// The files that exist once, by path.
  @Table var files: [String: FileState] = [:]
  /// By category.
  var categories: [String: PairSources] = [:]

  struct FileState: Equatable {
    let fingerprint: Fingerprint
    var size: Int
  }

  /// What the comparisons of a category were made from.
  struct PairSources: Codable, Equatable {
    /// Of what all pages share.
    let program: Fingerprint
    /// By slug, of what the pages of a vendor share on each side.
    @Table var left: [String: Fingerprint]
    @Table var right: [String: Fingerprint]
    /// The pairs that an editor wrote about, by both slugs with a space between.
    @Table var articles: [String: Fingerprint]
    /// Of all their pages together.
    var bytes = 0
  }
}

extension Fingerprint: TableCell {
  var cell: String { text() }

  init?(cell: String) { self.init(text: cell) }
}

extension SiteSources.FileState: TableCell {
  var cell: String { "\(fingerprint.text()) \(size)" }

  init?(cell: String) {
    let parts = cell.split(separator: " ")
    guard parts.count == 2, let fingerprint = Fingerprint(text: String(parts[0])),
      let size = Int(parts[1])
    else { return nil }
    self.init(fingerprint: fingerprint, size: size)
  }
}
