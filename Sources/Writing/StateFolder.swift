import Glibc
import System

/// `.versus/` beside the content: what builds keep from one to the next.
///
/// It comes with a checkout or a cache as the content does, so it is read with the same care: below
/// the source folder, without links, and regular files only.
struct StateFolder: Sendable {
  private let source: String

  private static let name = ".versus"
  /// What is larger is no state of ours.
  private static let maxBytes = 256 << 20

  init(ofSource source: String) { self.source = source }

  /// The names of the files; none when there is no folder.
  var names: [String] { ((try? FolderEntry.all(in: path)) ?? []).map(\.name) }

  /// Nil when there is no such file, or one that is too large.
  ///
  /// - Throws: `FileFailure` for what is no regular file.
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

  /// What the content folder brings must not decide where files are written (Y-02).
  func refuseLink() throws(OutputFolder.Refusal) {
    var status = stat()
    if unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK {
      throw OutputFolder.Refusal(
        description: "will not write through the symbolic link '\(path)'; remove it")
    }
  }

  private var path: String { source + "/" + Self.name }
}
