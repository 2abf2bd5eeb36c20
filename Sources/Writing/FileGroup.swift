import Hashing
import Planning
import Rendering
import System

/// Standalone files that one thread makes one after another: a page, and the page as Markdown,
/// which is made from it. Any other file is a group of its own.
struct FileGroup: Sendable {
  private(set) var files: [SingleFile]

  /// Returns the groups of files, in the order of their first files.
  static func groups(of files: [SingleFile]) -> [FileGroup] {
    var twins: [Page: SingleFile] = [:]
    for file in files { if let page = file.original { twins[page] = file } }
    var groups: [FileGroup] = []
    for file in files where file.original == nil {
      let twin = file.page.flatMap { twins.removeValue(forKey: $0) }
      groups.append(FileGroup(files: [file] + (twin.map { [$0] } ?? [])))
    }
    // The page of a twin may be up to date, or a comparison.
    return groups
      + files.filter { file in file.original.map { twins[$0] != nil } ?? false }
      .map { FileGroup(files: [$0]) }
  }

  /// Returns the fingerprints of the files' sources, by path.
  func fingerprints(_ renderer: SiteRenderer) -> [(path: String, Fingerprint)] {
    var page: Fingerprint?
    return files.map { file in
      let fingerprint =
        page.map { SiteRenderer.twinFingerprint(ofPage: $0) } ?? file.fingerprint(renderer)
      page = fingerprint
      return (file.path, fingerprint)
    }
  }
}
