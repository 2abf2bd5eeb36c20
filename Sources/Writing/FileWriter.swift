import Compressing
import Glibc
import Hashing
import System

/// Writes files into the output folder atomically. Each worker has its own writer.
struct FileWriter {
  private let output: OpenFolder
  /// The folder in which existing files are replaced; nil when the output folder was empty.
  private let walk: FolderWalk?
  private let staging: FolderWalk
  private let temporary: [CChar]
  /// Whether anything that blocks a path is removed.
  private let isForced: Bool

  /// The effect of writing one file.
  struct Change {
    let isWritten: Bool
    /// The size of the file that was replaced; 0 when there was none.
    let oldSize: Int
  }

  init(_ output: OpenFolder, isForced: Bool = false, isReplacing: Bool = false) {
    self.output = output
    self.isForced = isForced
    walk = output.site == nil || isReplacing ? FolderWalk(output.folder) : nil
    staging = FolderWalk(output.folder)
    temporary = output.staging.newPath()
  }

  /// Writes the bytes unless the file already holds them.
  func put(_ bytes: [UInt8], at path: RelativePath) throws(FileFailure) -> Change {
    try put(size: bytes.count, at: path) { old throws(FileFailure) in
      try old.bytes(atMost: bytes.count).equals(bytes)
    } write: {
      $0.write(bytes)
    }
  }

  /// Copies a file in chunks unless the target is already equal; returns the copy's size and
  /// fingerprint.
  func put(
    _ source: ReadableFile, at path: RelativePath
  ) throws(FileFailure) -> (change: Change, size: Int, fingerprint: Fingerprint) {
    var copied = CopiedBytes()
    let change = try put(size: try source.open().size, at: path) { old throws(FileFailure) in
      let new = try source.open()
      while true {
        let (piece, other) = (try new.nextPiece(), try old.nextPiece())
        guard piece.equals(other) else { return false }
        if piece.isEmpty { return true }
        copied.add(piece)
      }
    } write: { file throws(FileFailure) in
      copied = CopiedBytes()
      let new = try source.open()
      while true {
        let piece = try new.nextPiece()
        if piece.isEmpty { return true }
        copied.add(piece)
        guard file.write(piece) else { return false }
      }
    }
    return (change, copied.size, copied.stream.fingerprint)
  }

  private func put(
    size: Int, at path: RelativePath,
    isSame: (borrowing InputFile) throws(FileFailure) -> Bool,
    write: (borrowing OutputFile) throws(FileFailure) -> Bool
  ) throws(FileFailure) -> Change {
    if let site = output.site, walk == nil {
      try create(path, in: site, write)
      return Change(isWritten: true, oldSize: 0)
    }
    var oldSize = 0
    if let old = try open(path) {
      oldSize = old.size
      if oldSize == size, try isSame(old) { return Change(isWritten: false, oldSize: oldSize) }
    }
    try replace(path, write)
    return Change(isWritten: true, oldSize: oldSize)
  }

  // MARK: Existing files

  /// Reports whether the file exists and holds these bytes.
  func holds(_ bytes: [UInt8], at path: RelativePath) -> Bool {
    guard let old = try? open(path), old.size == bytes.count else { return false }
    return (try? old.bytes(atMost: bytes.count).equals(bytes)) ?? false
  }

  /// Reports whether the file exists and equals a source file.
  func holds(_ source: ReadableFile, at path: RelativePath) throws(FileFailure) -> Bool {
    guard let old = try? open(path) else { return false }
    return try source.open().holdsRest(of: old)
  }

  /// Returns the size of a regular file, or nil if there is none at the path.
  func size(at path: RelativePath) -> Int? {
    var status = stat()
    guard unsafe fstatat(output.folder.descriptor, path.bytes, &status, AT_SYMLINK_NOFOLLOW) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    return Int(status.st_size)
  }

  /// Opens an existing file; returns nil when there is none, or only a link.
  ///
  /// - Throws: `FileFailure` for anything but a regular file, unless it may be removed.
  private func open(_ path: RelativePath) throws(FileFailure) -> InputFile? {
    guard let walk else { return nil }
    do throws(FileFailure) { return try InputFile(path.bytes, walk) } catch {
      if error.isRefusal, !isForced { throw error }
      return nil
    }
  }

  // MARK: Removing

  /// Removes a file and the folders this leaves empty. Returns the file's size, or nil when there
  /// was no file. Links are not followed, because their targets belong to somebody else.
  ///
  /// - Throws: `FileFailure` when the file stays, which readers would go on to see.
  func remove(_ path: RelativePath) throws(FileFailure) -> Int? {
    guard let walk, let size = size(at: path), let place = walk.enter(path.bytes) else {
      return nil
    }
    let name = Array(path.bytes[place.name...])
    guard removeCopies(of: name, in: place.folder), removeFile(name, in: place.folder) else {
      throw failure("cannot remove", path)
    }
    var parts = path.text.pathParts.dropLast()
    while !parts.isEmpty {
      let folder = RelativePath(parts.joined(separator: "/"))
      guard let parent = walk.enter(folder.bytes),
        unsafe unlinkat(parent.folder, Array(folder.bytes[parent.name...]), AT_REMOVEDIR) == 0
      else { break }
      parts = parts.dropLast()
    }
    return size
  }

  /// Removes the compressed copies of a file that is about to change, so that no server sends an
  /// old one, even if this program is ended before it makes new ones. Returns whether none is left.
  private func removeCopies(of name: [CChar], in folder: Int32) -> Bool {
    !output.hasCopies
      || ContentCoding.allCases.allSatisfy {
        removeFile(name.dropLast() + $0.suffix.utf8CString, in: folder)
      }
  }

  /// Removes an entry of a folder. Returns whether none is left; else `errno` has the reason.
  private func removeFile(_ name: [CChar], in folder: Int32) -> Bool {
    unsafe unlinkat(folder, name, 0) == 0 || errno == ENOENT
  }

  // MARK: Writing

  /// Creates a file in the staged site, which no reader can see yet.
  private func create(
    _ path: RelativePath, in site: Folder,
    _ write: (borrowing OutputFile) throws(FileFailure) -> Bool
  ) throws(FileFailure) {
    if let folder = path.folder, unsafe mkdirat(site.descriptor, folder, 0o755) != 0,
      errno != EEXIST
    {
      // `mkdirat` creates only the last folder of a path, so the walk creates the missing parents.
      guard FolderWalk(site).enter(path.bytes, .make) != nil else {
        throw failure("cannot write", path)
      }
    }
    guard let file = OutputFile(path.bytes, in: site.descriptor), try write(file), file.end() else {
      throw failure("cannot write", path)
    }
  }

  private func replace(
    _ path: RelativePath, _ write: (borrowing OutputFile) throws(FileFailure) -> Bool
  ) throws(FileFailure) {
    guard let place = walk?.enter(path.bytes, isForced ? .replace : .make) else {
      throw failure("will not write through", path)
    }
    let name = Array(path.bytes[place.name...])
    try withTemporary(path) { file throws(FileFailure) in
      try write(file)
    } move: { new, folder in
      guard removeCopies(of: name, in: place.folder) else { return false }
      if unsafe renameat(folder, new, place.folder, name) == 0 { return true }
      guard isForced, [EISDIR, ENOTEMPTY, EEXIST].contains(errno) else { return false }
      guard removeTree(name, in: place.folder) else { return false }
      return unsafe renameat(folder, new, place.folder, name) == 0
    }
  }

  /// Writes to the worker's temporary file, then moves that file into place.
  private func withTemporary(
    _ path: RelativePath, _ write: (borrowing OutputFile) throws(FileFailure) -> Bool,
    move: (_ name: [CChar], _ folder: Int32) -> Bool
  ) throws(FileFailure) {
    guard let place = stagingPlace() else { throw failure("cannot write", path) }
    let name = Array(temporary[place.name...])
    do throws(FileFailure) {
      guard let file = OutputFile(name, in: place.folder), try write(file), file.end(),
        move(name, place.folder)
      else { throw failure("cannot write", path) }
    } catch {
      _ = unsafe unlinkat(place.folder, name, 0)
      throw error
    }
  }

  /// Returns the folder of the temporary file, after removing any leftover of that name.
  private func stagingPlace() -> FolderWalk.Place? {
    for _ in 0..<3 {
      guard let place = staging.enter(temporary, .replace) else { continue }
      _ = unsafe unlinkat(place.folder, Array(temporary[place.name...]), 0)
      var status = stat()
      // Another shard may have removed the staging folder, since a shard removes it when done if
      // empty.
      if unsafe fstat(place.folder, &status) == 0, status.st_nlink > 0 { return place }
      staging.leave()
    }
    return nil
  }

  private func failure(_ action: String, _ path: RelativePath) -> FileFailure {
    FileFailure(action, output.path + "/" + path.text)
  }
}

/// The size and fingerprint of the bytes copied so far.
private struct CopiedBytes {
  let stream = FingerprintStream()
  private(set) var size = 0

  mutating func add(_ piece: [UInt8]) {
    stream.update(piece)
    size += piece.count
  }
}
