import Glibc
import Synchronization
import System

/// `.versus-new` in the output folder: where files are written before they are moved into place.
///
/// A reader finds each file complete or not at all, even after a killed build. The next build
/// removes whatever a killed build leaves here. No file name is lengthened by a temporary suffix.
final class StagingFolder: Sendable {
  static let name = ".versus-new"
  /// The folder for a complete new site, which is moved into place at the end.
  private static let siteName = "site"

  private let output: Folder
  /// A unique prefix for this process. Shards write concurrently, possibly on several machines
  /// whose process ids may coincide.
  private let prefix: String
  private let count = Atomic(0)

  init(in output: Folder, shard: Shard?) {
    self.output = output
    prefix = "\(Self.name)/\(shard?.index ?? 0)-\(getpid())-"
  }

  /// Returns a path that no other file is written to.
  func newPath() -> [CChar] {
    Array((prefix + "\(count.wrappingAdd(1, ordering: .relaxed).oldValue)").utf8CString)
  }

  /// Removes what killed builds left behind; no other build may be writing.
  func clear() { output.removeTree(Self.name) }

  /// Removes the folder if it is empty; other shards may still be using it.
  func end() { _ = unsafe unlinkat(output.descriptor, Self.name, AT_REMOVEDIR) }

  /// Creates an empty folder for a complete site.
  func makeSite() throws(FileFailure) -> Folder {
    let path = "\(output.path)/\(Self.name)/\(Self.siteName)"
    try makeFolders(path)
    return try Folder(path)
  }

  /// Creates an empty folder for anything else that is made of many files; returns its path below
  /// the output folder.
  func makeFolder() throws(FileFailure) -> String {
    let name = String(
      decoding: newPath().dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    try makeFolders(output.path + "/" + name)
    return name
  }

  /// Moves a complete site into place, one rename for each top-level file and folder.
  func publish(_ site: Folder) throws(FileFailure) {
    for name in site.entryNames().sorted() {
      guard unsafe renameat(site.descriptor, name, output.descriptor, name) == 0 else {
        throw FileFailure("cannot write", output.path + "/" + name)
      }
    }
    clear()
  }
}
