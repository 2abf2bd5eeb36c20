import Glibc
import Hashing
import System

/// The output folder, opened once, so that no path above it is looked up again for every file.
final class OpenFolder: Sendable {
  let folder: Folder
  let staging: StagingFolder
  /// Where the files of a site are written at first that has no other files to be told from; nil
  /// where some may be replaced.
  let site: Folder?

  /// The file by which the folder says of which build it is.
  private static let buildName = ".versus-build"

  var path: String { folder.path }
  /// Nothing stood in it when it was opened, and whoever waited had it to himself.
  let isEmpty: Bool

  /// - Parameters:
  ///   - shard: the part of the site that is written; several are written at the same time.
  ///   - wait: is run with the descriptor before the folder is looked at.
  init(
    _ path: String, shard: Shard?, wait: (Int32) -> Void = { _ in }
  ) throws(FileFailure) {
    folder = try Folder(path)
    staging = StagingFolder(in: folder, shard: shard)
    wait(folder.descriptor)
    if shard == nil || Self.isAlone(folder.descriptor) { staging.clear() }
    let own = [Self.buildName, StagingFolder.name]
    isEmpty = folder.entryNames().allSatisfy(own.contains)
    site = isEmpty && shard == nil ? try staging.makeSite() : nil
  }

  /// Opens the folder to look at it only.
  init(reading path: String) throws(FileFailure) {
    folder = try Folder(path)
    staging = StagingFolder(in: folder, shard: nil)
    isEmpty = false
    site = nil
  }

  /// Whether no other shard is at work.
  private static func isAlone(_ descriptor: Int32) -> Bool {
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return false }
    return flock(descriptor, LOCK_SH) == 0
  }

  /// Changes when an entry of a folder is added or removed; nil when it is not there.
  func stamp(of folder: String) -> String? {
    var status = stat()
    let name = RelativePath(folder.isEmpty ? "." : folder)
    guard
      unsafe fstatat(self.folder.descriptor, name.bytes, &status, AT_SYMLINK_NOFOLLOW) == 0
    else { return nil }
    return "\(status.st_ino) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }

  /// The build that the folder says it is of; nil when it says none.
  var build: Fingerprint? {
    guard let file = try? InputFile(Self.buildName, FolderWalk(folder)),
      let bytes = try? file.bytes(atMost: 64)
    else { return nil }
    return Fingerprint(
      text: String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
  }

  /// Says which build the folder is of, from its first write on.
  func say(_ build: Fingerprint) throws(FileFailure) {
    if self.build == build { return }
    let writer = FileWriter(self, isReplacing: true)
    _ = try writer.put(Array((build.text() + "\n").utf8), at: RelativePath(Self.buildName))
  }
}
