import Diagnosing
import FoundationEssentials
import Glibc
import Planning

/// Which files of an output folder this tool wrote, in a size that grows with the vendors only.
///
/// Kept in `.versus/` beside the content. It is marked before the first write of a build and
/// completed after the last, so that a build that was killed is repaired by the next.
struct Manifest: Codable, Equatable {
  /// The output folder that it is about.
  let output: String
  var isComplete: Bool
  /// What may be there: of a build that did not end, the one before it too.
  var layouts: [SiteLayout]

  /// Nil when there is none, or one of another output folder or version.
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

/// The files of one build.
struct SiteLayout: Codable, Equatable {
  /// The files that exist once.
  var files: [String]
  /// The pairs, by what their names are made of.
  var pairs: [PairLayout]

  struct PairLayout: Codable, Equatable {
    let slugs: [String]
    /// The right-hand vendors of each left-hand one; nil when every pair has a page.
    let rights: [[Int]]?
    /// The file name around the two slugs.
    let pattern: [String]

    func file(_ left: Int, _ right: Int) -> String {
      pattern[0] + slugs[left] + pattern[1] + slugs[right] + pattern[2]
    }

    func forEachFile(_ body: (String) -> Void) {
      for left in slugs.indices {
        for right in rights?[left] ?? Array((left + 1)..<max(slugs.count, left + 1)) {
          body(file(left, right))
        }
      }
    }
  }

  func forEachFile(_ body: (String) -> Void) {
    files.forEach(body)
    pairs.forEach { $0.forEachFile(body) }
  }
}
