import Glibc
import System

/// Makes a release: links for files that the release before has, copies for the others.
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
    try makeFolders("\(target.folder.path)/\(FolderTarget.releases)/\(FolderTarget.staging)")
    let walks = Walks(
      output: FolderWalk(output),
      old: previous.flatMap { try? target.folder(of: $0) }.map { FolderWalk($0) },
      new: FolderWalk(try Folder(stagingPath)))
    for path in files.paths {
      guard let file = files[path] else { continue }
      if !sent.contains(path), link(file, walks) { continue }
      try copy(file, walks)
    }
    let releases = try Folder("\(target.folder.path)/\(FolderTarget.releases)")
    guard
      unsafe renameat(
        releases.descriptor, FolderTarget.staging, releases.descriptor, release.name) == 0
    else { throw FileFailure("cannot write", releases.path + "/" + release.name) }
  }

  private struct Walks {
    let output: FolderWalk
    let old: FolderWalk?
    let new: FolderWalk
  }

  private var stagingPath: String {
    "\(target.folder.path)/\(FolderTarget.releases)/\(FolderTarget.staging)"
  }

  /// Links a file of the release before; false when that is not possible, as for a file that was
  /// changed by hand, or one with too many links.
  private func link(_ file: SentFile, _ walks: Walks) -> Bool {
    let path = Array(file.path.utf8CString)
    guard let old = walks.old?.enter(path), let new = walks.new.enter(path, .make) else {
      return false
    }
    let name = Array(path[old.name...])
    var status = stat()
    guard unsafe fstatat(old.folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
      status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == file.size
    else { return false }
    return unsafe linkat(old.folder, name, new.folder, name, 0) == 0
  }

  private func copy(_ file: SentFile, _ walks: Walks) throws(FileFailure) {
    let path = Array(file.path.utf8CString)
    func failure() -> FileFailure { FileFailure("cannot write", stagingPath + "/" + file.path) }
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
    guard let releases = try? Folder("\(target.folder.path)/\(FolderTarget.releases)") else {
      return
    }
    releases.removeTree(FolderTarget.staging)
  }

  private func full(_ error: FileFailure) -> FileFailure {
    FileFailure(
      error.action, error.path,
      because: "there is no space left; readers still see the release before. "
        + "Free some space, or keep fewer releases with --keep")
  }
}
