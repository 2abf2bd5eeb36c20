import Glibc
import Synchronization
import System

/// `.versus-new` in the output folder: where files are written before they take their places.
///
/// A reader, or a build that is killed, finds each file whole or not at all. Whatever a killed
/// build leaves here is removed by the next one, and no name is longer for it.
final class StagingFolder: Sendable {
  static let name = ".versus-new"
  /// A whole site is written here where none was before, and then moved.
  private static let siteName = "site"

  private let output: Folder
  /// Shards write at the same time, perhaps on several machines, whose processes may have equal
  /// numbers.
  private let prefix: String
  private let count = Atomic(0)

  init(in output: Folder, shard: Shard?) {
    self.output = output
    prefix = "\(Self.name)/\(shard?.index ?? 0)-\(getpid())-"
  }

  /// A path that no other file is written at.
  func newPath() -> [CChar] {
    Array((prefix + "\(count.wrappingAdd(1, ordering: .relaxed).oldValue)").utf8CString)
  }

  /// Removes what builds that were killed left; nobody else may be writing.
  func clear() { output.removeTree(Self.name) }

  /// Ends the use of the folder; other parts of the site may still be at it.
  func end() { _ = unsafe unlinkat(output.descriptor, Self.name, AT_REMOVEDIR) }

  /// An empty folder for a whole site.
  func makeSite() throws(FileFailure) -> Folder {
    let path = "\(output.path)/\(Self.name)/\(Self.siteName)"
    try makeFolders(path)
    return try Folder(path)
  }

  /// Moves a whole site to its place: each file and folder at its top, at one go.
  func publish(_ site: Folder) throws(FileFailure) {
    for name in site.entryNames().sorted() {
      guard unsafe renameat(site.descriptor, name, output.descriptor, name) == 0 else {
        throw FileFailure("cannot write", output.path + "/" + name)
      }
    }
    clear()
  }
}
