import Glibc
import System

/// Puts files below the output folder in place, each one whole. One a worker.
struct FileWriter {
  /// An open descriptor of the output folder.
  private let root: Int32
  private let rootPath: String
  /// Nothing stood in the folder when the build began, so nothing can be replaced or be in the way.
  private let isFresh: Bool
  private var scratch: [UInt8] = []

  /// What became of a file.
  struct Change {
    let isWritten: Bool
    /// Of the file that stood there before, in bytes; 0 when there was none.
    let oldSize: Int
  }

  init(_ folder: OpenFolder) {
    root = folder.descriptor
    rootPath = folder.path
    isFresh = folder.isFresh
  }

  /// Writes the bytes, unless the file holds them already.
  ///
  /// A file is first written under a temporary name, so that a reader, or a build that is killed,
  /// finds the old bytes or the new ones; a fresh folder has no old ones.
  mutating func put(_ bytes: [UInt8], at path: RelativePath) throws(FileFailure) -> Change {
    if isFresh {
      try makeFolder(of: path)
      try create(bytes, path.bytes, path, flags: O_EXCL)
      return Change(isWritten: true, oldSize: 0)
    }
    let old = compare(bytes, with: path)
    if old.isSame { return Change(isWritten: false, oldSize: bytes.count) }
    try makeFolder(of: path)
    let temporary = path.temporary
    try create(bytes, temporary, path, flags: O_TRUNC)
    guard unsafe renameat(root, temporary, root, path.bytes) == 0 else {
      let failure = failure("cannot replace", path)
      _ = unsafe unlinkat(root, temporary, 0)
      throw failure
    }
    return Change(isWritten: true, oldSize: old.size)
  }

  /// Whether the file is there with these bytes.
  mutating func holds(_ bytes: [UInt8], at path: RelativePath) -> Bool {
    compare(bytes, with: path).isSame
  }

  /// The size of a file that is there; nil for anything else.
  func size(at path: RelativePath) -> Int? {
    var status = stat()
    guard unsafe fstatat(root, path.bytes, &status, AT_SYMLINK_NOFOLLOW) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    return Int(status.st_size)
  }

  /// Removes a file and the folders that it leaves empty; nil when it was not there.
  func remove(_ path: RelativePath) -> Int? {
    guard let size = size(at: path), unsafe unlinkat(root, path.bytes, 0) == 0 else { return nil }
    var parts = path.text.split(separator: "/").dropLast()
    while !parts.isEmpty {
      let folder = RelativePath(parts.joined(separator: "/"))
      guard unsafe unlinkat(root, folder.bytes, AT_REMOVEDIR) == 0 else { break }
      parts = parts.dropLast()
    }
    return size
  }

  private mutating func compare(
    _ bytes: [UInt8], with path: RelativePath
  ) -> (isSame: Bool, size: Int) {
    let file = unsafe openat(root, path.bytes, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return (false, 0) }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return (false, 0)
    }
    let size = Int(status.st_size)
    guard size == bytes.count else { return (false, size) }
    if scratch.count < size { scratch = [UInt8](repeating: 0, count: size * 2) }
    var count = 0
    while count < size {
      let got = unsafe scratch.withUnsafeMutableBytes { buffer in
        // The buffer has at least `size` bytes.
        unsafe read(file, buffer.baseAddress.map { unsafe $0 + count }, size - count)
      }
      if got < 0, errno == EINTR { continue }
      if got <= 0 { return (false, size) }
      count += got
    }
    return (bytes.isPrefix(of: scratch), size)
  }

  private func create(
    _ bytes: [UInt8], _ name: [CChar], _ path: RelativePath, flags: Int32
  ) throws(FileFailure) {
    let file = unsafe openat(
      root, name, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | flags, 0o644)
    guard file >= 0 else { throw failure("cannot write", path) }
    guard writeAll(bytes, to: file) else {
      let failure = failure("cannot write", path)
      close(file)
      _ = unsafe unlinkat(root, name, 0)
      throw failure
    }
    guard close(file) == 0 else { throw failure("cannot write", path) }
  }

  /// Makes the folders that a file stands in; a symbolic link on the way is refused (Y-02).
  private func makeFolder(of path: RelativePath) throws(FileFailure) {
    guard let folder = path.folder else { return }
    if unsafe mkdirat(root, folder, 0o755) == 0 { return }
    if errno == EEXIST, isFresh { return }
    var partial = ""
    for part in path.text.split(separator: "/").dropLast() {
      partial += (partial.isEmpty ? "" : "/") + part
      let folder = RelativePath(partial)
      if unsafe mkdirat(root, folder.bytes, 0o755) == 0 { continue }
      var status = stat()
      guard errno == EEXIST,
        unsafe fstatat(root, folder.bytes, &status, AT_SYMLINK_NOFOLLOW) == 0,
        status.st_mode & S_IFMT == S_IFDIR
      else { throw failure("will not write through", folder) }
    }
  }

  private func failure(_ action: String, _ path: RelativePath) -> FileFailure {
    FileFailure(action, rootPath + "/" + path.text)
  }
}
