import Glibc
import System

/// `.versus/` beside the content: the state that builds keep from one to the next.
///
/// The folder comes with a checkout or a cache, as the content does, and is trusted no further: it
/// is read below the source folder, without following links, and regular files only.
struct StateFolder: Sendable {
  private let source: String

  private static let name = ".versus"
  /// The size limit for a state file; builds never write a larger one.
  private static let maxBytes = 256 << 20

  init(ofSource source: String) { self.source = source }

  /// The names of the files; empty when there is no folder.
  var names: [String] { ((try? FolderEntry.all(in: path)) ?? []).map(\.name) }

  /// Reads a state file; nil when there is no such file or it is too large.
  ///
  /// - Throws: `FileFailure` for anything but a regular file.
  func read(_ name: String) throws(FileFailure) -> [UInt8]? {
    do throws(FileFailure) {
      let file = try InputFile("\(Self.name)/\(name)", FolderWalk(try Folder(source)))
      return file.size > Self.maxBytes ? nil : try file.bytes(atMost: Self.maxBytes)
    } catch {
      if error.code == ENOENT { return nil }
      throw error
    }
  }

  func write(_ bytes: [UInt8], to name: String) throws(FileFailure) {
    try replaceFile(bytes, at: "\(Self.name)/\(name)", inside: source)
  }

  func remove(_ name: String) { _ = unsafe unlink(path + "/" + name) }

  /// Refuses a linked state folder: the content must not decide where files are written (Y-02).
  func refuseLink() throws(OutputFolder.Refusal) {
    var status = stat()
    if unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK {
      throw OutputFolder.Refusal(
        description: "will not write through the symbolic link '\(path)'; remove it")
    }
  }

  private var path: String { source + "/" + Self.name }
}
