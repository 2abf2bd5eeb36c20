import Content
import Glibc
package import System

/// A folder with releases beside each other, and a link `current` to the one that readers see.
///
/// A release is made in full before the link moves to it, in one step of the file system. Whoever
/// follows the link finds the old release or the new one, whenever this program ends.
package struct FolderTarget {
  let path: String
  let folder: Folder
  /// Whether it keeps the releases of a remote, and no reader sees it.
  let isKept: Bool

  static let releases = "releases"
  static let link = "current"
  /// Where a release is made. A name with a dot is no release.
  static let staging = ".new"

  /// Opens a folder that exists.
  package init(_ path: String) throws(FileFailure) {
    self.path = path
    folder = try Folder(path)
    isKept = false
  }

  init(_ folder: Folder, isKept: Bool) {
    path = folder.path
    self.folder = folder
    self.isKept = isKept
  }

  /// Keeps other programs that publish to this folder out until this one ends.
  func lock() throws(FileFailure) {
    if flock(folder.descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      throw FileFailure("cannot publish to", path, because: "another program publishes to it")
    }
  }

  /// The releases that readers have seen, oldest first: those with a list, which is written last.
  func shown() throws -> [Release] {
    let names = Set(try entries().map(\.name))
    return try all().filter { names.contains($0.name + Self.listEnding) }
  }

  /// All releases, oldest first. Only a folder is one.
  func all() throws -> [Release] {
    try entries().filter { $0.kind != .file }.compactMap { Release($0.name) }
      .filter { (try? folder(of: $0)) != nil }.sorted()
  }

  /// The names of releases that no new one can have, in their order, whatever bears them.
  func taken() throws -> [Release] { try entries().compactMap { Release($0.name) }.sorted() }

  private func entries() throws -> [FolderEntry] {
    try releasesFolder().map { try FolderEntry.all(in: $0.path) } ?? []
  }

  /// The folder of releases; nil before the first one.
  ///
  /// - Throws: `Refusal` if something else is in its place, such as a link to another folder.
  func releasesFolder() throws -> Folder? {
    do {
      return try Folder(Self.releases, below: folder)
    } catch {
      if error.code == ENOENT { return nil }
      guard error.isLink else { throw error }
      throw Refusal(
        kind: .usage, description: "'\(path)/\(Self.releases)' is not a folder; move it away")
    }
  }

  /// The release that readers see; nil before the first one.
  ///
  /// - Throws: `Refusal` if something else than a link is in the place of the link.
  func current() throws -> Release? {
    guard let place = linkText else {
      if errno == EINVAL {
        throw Refusal(
          kind: .usage,
          description: "'\(path)/\(Self.link)' is not a link to a release; move it away")
      }
      return nil
    }
    let parts = place.split(separator: "/")
    guard parts.count == 2, parts[0] == Self.releases else {
      throw Refusal(
        kind: .usage,
        description: "'\(path)/\(Self.link)' leads to '\(place)', which is no release; remove it")
    }
    return Release(String(parts[1]))
  }

  /// What a link leads to; nil, with the reason in `errno`, when there is no link.
  private var linkText: String? {
    var bytes = [CChar](repeating: 0, count: 4096)
    let room = bytes.count
    // `readlink` writes at most as many bytes as the array has.
    let count = unsafe readlinkat(folder.descriptor, Self.link, &bytes, room)
    guard count > 0 else { return nil }
    return String(decoding: bytes.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The files of a release that are still as they were sent: those of the list beside its folder,
  /// or without a list those of the folder. Empty where there is no such folder.
  func files(of release: Release?, jobs: Int) -> SentFiles {
    guard let release, let inside = try? folder(of: release) else { return SentFiles([]) }
    if let list = try? InputFile(Self.list(of: release), FolderWalk(folder)),
      let files = SentFiles(list)
    {
      return files.unchanged(in: inside, since: list.status)
    }
    return (try? SentFiles(in: inside, jobs: jobs)) ?? SentFiles([])
  }

  func folder(of release: Release) throws(FileFailure) -> Folder {
    try Folder("\(Self.releases)/\(release.name)", below: folder)
  }

  private static let listEnding = ".files"

  private static func list(of release: Release) -> String {
    "\(releases)/\(release.name)\(listEnding)"
  }

  /// Writes the list of a release that readers see.
  func write(_ files: SentFiles, of release: Release) throws(FileFailure) {
    try replaceFile(Array(files.text.utf8), at: Self.list(of: release), inside: folder.path)
  }

  /// The files of a release, each as it was sent.
  ///
  /// - Throws: `FileFailure` if one is not.
  func wholeFiles(of release: Release) throws(FileFailure) -> SentFiles {
    let files = try SentFiles(in: try folder(of: release), jobs: 1)
    let place = "\(path)/\(Self.releases)/\(release.name)"
    guard let list = SentFiles(try InputFile(Self.list(of: release), FolderWalk(folder))) else {
      throw FileFailure("cannot go back to", place, because: "its list of files is torn")
    }
    guard let changed = Transfer(from: files, to: list).sent.first else { return list }
    throw FileFailure(
      "cannot go back to", place, because: "'\(changed.path)' is not as it was sent")
  }

  // MARK: Switching

  /// Gives a release the assets of the one that readers see, so that a page opened before the
  /// switch finds the files that it names. They are on no list: the release after has them not.
  func carry(_ files: SentFiles, of current: Release, to release: Release) {
    guard !isKept, let from = try? folder(of: current), let to = try? folder(of: release) else {
      return
    }
    let (old, new) = (FolderWalk(from), FolderWalk(to))
    for asset in files.assets {
      let path = Array(asset.path.utf8CString)
      guard let place = old.enter(path), let other = new.enter(path, .make) else { continue }
      let name = Array(path[place.name...])
      // A release that lacks an asset of another one is whole, too.
      _ = unsafe linkat(place.folder, name, other.folder, name, 0)
    }
  }

  /// Moves the link to a release.
  func show(_ release: Release) throws(FileFailure) {
    let new = Self.link + Self.staging
    if unsafe unlinkat(folder.descriptor, new, 0) != 0, errno != ENOENT {
      throw FileFailure("cannot remove", path + "/" + new)
    }
    // The new release is on the disk before a reader can see it, even after a loss of power.
    sync()
    guard
      unsafe symlinkat("\(Self.releases)/\(release.name)", folder.descriptor, new) == 0,
      unsafe renameat(folder.descriptor, new, folder.descriptor, Self.link) == 0
    else { throw FileFailure("cannot switch", path + "/" + Self.link) }
  }

  /// Removes all but the newest releases, and those that an ended program never showed; never the
  /// one that readers see.
  func keep(_ count: Int, and current: Release) throws {
    guard let releases = try releasesFolder() else { return }
    let kept = Set(try shown().suffix(count))
    for release in try all() where release != current && !kept.contains(release) {
      _ = unsafe unlinkat(releases.descriptor, release.name + Self.listEnding, 0)
      releases.removeTree(release.name)
    }
  }
}
