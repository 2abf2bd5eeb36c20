import Glibc
import System

/// Makes a release: links for files that the release before has, copies for the others. A release
/// that is kept links those of the output folder, too, which builds replace and never change.
struct ReleaseWriter {
  let target: FolderTarget
  let output: Folder
  let previous: Release?

  /// Makes a release, which no reader sees yet.
  func write(_ release: Release, _ files: SentFiles, _ transfer: Transfer) throws(FileFailure) {
    do throws(FileFailure) {
      try make(release, files, Set(transfer.sent.map(\.path)))
    } catch {
      clear()
      throw error.code == ENOSPC || error.code == EDQUOT ? full(error) : error
    }
  }

  private func make(
    _ release: Release, _ files: SentFiles, _ sent: Set<String>
  ) throws(FileFailure) {
    clear()
    let walks = Walks(
      output: FolderWalk(output),
      old: previous.flatMap { try? target.folder(of: $0) }.map { FolderWalk($0) },
      new: FolderWalk(try makeStaging()))
    for path in files.paths {
      guard let file = files[path] else { continue }
      if !sent.contains(path), link(file, from: walks.old, to: walks.new) { continue }
      if target.isKept, link(file, from: walks.output, to: walks.new) { continue }
      try copy(file, walks)
    }
    let folder = target.folder.descriptor
    let place = FolderTarget.releases + "/" + release.name
    guard unsafe renameat(folder, staging, folder, place) == 0 else {
      throw FileFailure("cannot write", target.path + "/" + place)
    }
  }

  /// The folder in which a release is made, relative to the target.
  private let staging = FolderTarget.releases + "/" + FolderTarget.staging

  private func makeStaging() throws(FileFailure) -> Folder {
    for path in [FolderTarget.releases, staging]
    where unsafe mkdirat(target.folder.descriptor, path, 0o755) != 0 && errno != EEXIST {
      throw FileFailure("cannot create", target.path + "/" + path)
    }
    return try Folder(staging, below: target.folder)
  }

  private struct Walks {
    let output: FolderWalk
    let old: FolderWalk?
    let new: FolderWalk
  }

  /// Links a file of another folder; false when that is not possible, as for a file that was
  /// changed by hand, or one with too many links.
  private func link(_ file: SentFile, from: FolderWalk?, to: FolderWalk) -> Bool {
    let path = Array(file.path.utf8CString)
    guard let old = from?.enter(path), let new = to.enter(path, .make) else { return false }
    let name = Array(path[old.name...])
    var status = stat()
    guard unsafe fstatat(old.folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
      status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == file.size
    else { return false }
    return unsafe linkat(old.folder, name, new.folder, name, 0) == 0
  }

  private func copy(_ file: SentFile, _ walks: Walks) throws(FileFailure) {
    let path = Array(file.path.utf8CString)
    func failure() -> FileFailure {
      FileFailure("cannot write", target.path + "/" + staging + "/" + file.path)
    }
    let source = try InputFile(path, walks.output)
    guard let place = walks.new.enter(path, .make),
      let copy = OutputFile(Array(path[place.name...]), in: place.folder)
    else { throw failure() }
    while true {
      let piece = try source.nextPiece()
      if piece.isEmpty { break }
      guard copy.write(piece) else { throw failure() }
    }
    guard copy.end() else { throw failure() }
  }

  /// Removes what an ended program left behind.
  private func clear() {
    _ = (try? target.releasesFolder())?.removeTree(FolderTarget.staging)
  }

  private func full(_ error: FileFailure) -> FileFailure {
    FileFailure(
      error.action, error.path,
      because: "there is no space left; readers still see the release before. "
        + "Free some space, or keep fewer releases with --keep")
  }
}
