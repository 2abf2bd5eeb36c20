import Glibc

/// Enters the folders below a root one by one and never through a link. Opened files are below the
/// root even if someone replaces a folder by a link meanwhile.
///
/// The folders of the last path stay open, because the next file is usually in one of them. Each
/// thread has a walk of its own.
package final class FolderWalk {
  package let root: Folder
  /// The names of the open folders, each followed by a slash.
  private var entered: [CChar] = []
  private var open: [(end: Int, descriptor: Int32)] = []
  private var part: [CChar] = []

  /// What to do when a folder does not exist.
  package enum Missing {
    case fail, make
    /// Creates the folder. A file in its place is removed; a link is not.
    case replace
  }

  /// A folder that stays open until the next call, and the offset of the file's name in the path.
  package struct Place {
    package let folder: Int32
    package let name: Int
  }

  package init(_ root: Folder) { self.root = root }

  deinit { leave(downTo: 0) }

  /// Opens the folder of a file.
  ///
  /// - Parameter path: relative, ending with a NUL; a path with an empty part, `.` or `..` is
  ///   refused.
  /// - Returns: nil, with the reason in `errno`, when the folder cannot be opened.
  package func enter(_ path: [CChar], _ missing: Missing = .fail) -> Place? {
    leaveOthers(than: path)
    var start = open.last?.end ?? 0
    for slash in start..<path.count where path[slash] == slashCharacter {
      guard let folder = folder(named: path[start..<slash], missing) else { return nil }
      entered.append(contentsOf: path[start...slash])
      start = slash + 1
      open.append((start, folder))
    }
    guard isName(path[start...].dropLast()) else { return nil }
    return Place(folder: current, name: start)
  }

  /// Returns the status of an entry, which may be a link; nil when nothing is there.
  package func status(of path: [CChar]) -> FileStatus? {
    guard let place = enter(path) else { return nil }
    var status = stat()
    let name = Array(path[place.name...])
    guard unsafe fstatat(place.folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return FileStatus(status)
  }

  /// Closes all folders. Needed before any of them is removed.
  package func leave() { leave(downTo: 0) }

  private var current: Int32 { open.last?.descriptor ?? root.descriptor }

  private func leaveOthers(than path: [CChar]) {
    var count = open.count
    while count > 0,
      !entered[..<open[count - 1].end].elementsEqual(path.prefix(open[count - 1].end))
    {
      count -= 1
    }
    leave(downTo: count)
  }

  private func leave(downTo count: Int) {
    while open.count > count { close(open.removeLast().descriptor) }
    entered.removeLast(entered.count - (open.last?.end ?? 0))
  }

  private func folder(named name: ArraySlice<CChar>, _ missing: Missing) -> Int32? {
    guard isName(name) else { return nil }
    part.removeAll(keepingCapacity: true)
    part.append(contentsOf: name)
    part.append(0)
    // `part` ends with a NUL. The system only reads it during each call.
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let known = unsafe openat(current, part, flags)
    if known >= 0 { return known }
    let reason = errno
    switch missing {
    case .make where reason == ENOENT: break
    case .replace where reason == ENOENT || isFile(part) && removeFile(part): break
    default:
      errno = reason
      return nil
    }
    if unsafe mkdirat(current, part, 0o755) != 0, errno != EEXIST { return nil }
    let made = unsafe openat(current, part, flags)
    return made >= 0 ? made : nil
  }

  private func isFile(_ part: [CChar]) -> Bool {
    var status = stat()
    let result = unsafe fstatat(current, part, &status, AT_SYMLINK_NOFOLLOW)
    return result == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private func removeFile(_ part: [CChar]) -> Bool { unsafe unlinkat(current, part, 0) == 0 }

  private func isName(_ name: ArraySlice<CChar>) -> Bool {
    let dot = CChar(bitPattern: UInt8(ascii: "."))
    let isName = !name.isEmpty && !(name.count < 3 && name.allSatisfy { $0 == dot })
    if !isName { errno = EINVAL }
    return isName
  }
}

private let slashCharacter = CChar(bitPattern: UInt8(ascii: "/"))
