import Glibc
import Hashing
import System

/// The output folder, opened once so that the path to it is not resolved again for every file.
final class OpenFolder: Sendable {
  let folder: Folder
  let staging: StagingFolder
  /// The staging folder for a complete new site when the output folder is empty; nil when files may
  /// have to be replaced.
  let site: Folder?

  /// The file that identifies the build whose output the folder holds.
  private static let buildName = ".versus-build"

  var path: String { folder.path }
  /// Whether the folder was empty when it was opened, after any wait for another build.
  let isEmpty: Bool
  /// Whether an earlier build made compressed copies.
  let hasCopies: Bool

  /// - Parameters:
  ///   - shard: the part of the site to write; several shards may write at the same time.
  ///   - wait: runs with the folder's descriptor before the folder's contents are read.
  init(
    _ path: String, shard: Shard?, wait: (Int32) -> Void = { _ in }
  ) throws(FileFailure) {
    folder = try Folder(path)
    staging = StagingFolder(in: folder, shard: shard)
    wait(folder.descriptor)
    if shard == nil || Self.isAlone(folder.descriptor) { staging.clear() }
    hasCopies = fileStatus(folder.path + "/" + Precompression.marker) != nil
    let own = [Self.buildName, StagingFolder.name]
    isEmpty = folder.entryNames().allSatisfy(own.contains)
    site = isEmpty && shard == nil ? try staging.makeSite() : nil
  }

  /// Opens the folder read-only.
  init(reading path: String) throws(FileFailure) {
    folder = try Folder(path)
    staging = StagingFolder(in: folder, shard: nil)
    isEmpty = false
    hasCopies = false
    site = nil
  }

  /// Reports whether no other shard is writing.
  private static func isAlone(_ descriptor: Int32) -> Bool {
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return false }
    return flock(descriptor, LOCK_SH) == 0
  }

  /// Returns a stamp that changes when an entry of a folder is added or removed; nil when there is
  /// no such folder.
  func stamp(of folder: String) -> String? {
    var status = stat()
    let name = RelativePath(folder.isEmpty ? "." : folder)
    guard
      unsafe fstatat(self.folder.descriptor, name.bytes, &status, AT_SYMLINK_NOFOLLOW) == 0
    else { return nil }
    return "\(status.st_ino) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }

  /// The build that the folder claims to hold; nil when it has no such claim.
  var build: Fingerprint? {
    guard let file = try? InputFile(Self.buildName, FolderWalk(folder)),
      let bytes = try? file.bytes(atMost: 64)
    else { return nil }
    return Fingerprint(
      text: String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
  }

  /// Records which build is being written to the folder. Called before its first write.
  func say(_ build: Fingerprint) throws(FileFailure) {
    if self.build == build { return }
    let writer = FileWriter(self, isReplacing: true)
    _ = try writer.put(Array((build.text() + "\n").utf8), at: RelativePath(Self.buildName))
  }
}
