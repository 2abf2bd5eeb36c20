import Glibc

/// A regular file that is open for reading. The program reads files in no other way.
///
/// Opening never waits: FIFOs, sockets and devices are refused. The size is known before the first
/// byte is read.
package struct InputFile: ~Copyable {
  private let descriptor: Int32
  private let path: String
  package let status: FileStatus

  private static let flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC

  /// The number of bytes in a piece of a large file.
  private static let pieceSize = 1 << 18

  /// Opens a file that the user named. Links are followed.
  package init(_ path: String) throws(FileFailure) {
    try self.init(descriptor: unsafe open(path, Self.flags), path)
  }

  /// Opens a file below a folder. No link is followed.
  package init(_ path: [CChar], _ walk: FolderWalk) throws(FileFailure) {
    let text = { String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self) }
    guard let place = walk.enter(path) else {
      throw FileFailure("cannot open", walk.root.path + "/" + text())
    }
    // The path ends with a NUL, and so does the name. The system only reads the name during the
    // call.
    let name = Array(path[place.name...])
    let file = unsafe openat(place.folder, name, Self.flags | O_NOFOLLOW)
    try self.init(descriptor: file, walk.root.path + "/" + text())
  }

  package init(_ path: String, _ walk: FolderWalk) throws(FileFailure) {
    try self.init(Array(path.utf8CString), walk)
  }

  private init(descriptor: Int32, _ path: String) throws(FileFailure) {
    // Opening a socket fails with this code.
    if descriptor < 0, errno == ENXIO { throw .irregular(path) }
    guard descriptor >= 0 else { throw FileFailure("cannot open", path) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      if status.st_mode & S_IFMT == S_IFDIR {
        throw FileFailure("cannot open", path, code: EISDIR)
      }
      throw .irregular(path)
    }
    self.descriptor = descriptor
    self.path = path
    self.status = FileStatus(status)
  }

  deinit { close(descriptor) }

  package var size: Int { status.size }
  package var stamp: FileStamp { status.stamp }

  /// Reads all bytes, but at most `limit` of them.
  package borrowing func bytes(atMost limit: Int) throws(FileFailure) -> [UInt8] {
    // One byte of extra room reveals a file that has grown.
    var room = size < limit ? size + 1 : limit
    var bytes: [UInt8] = []
    while room > 0 {
      let part = try piece(atMost: room)
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if part.count < room { break }
      room = min(max(4096, bytes.count), limit - bytes.count)
    }
    return bytes
  }

  /// Passes on the remaining bytes in pieces of bounded size.
  package borrowing func forEachPiece(
    _ body: ([UInt8]) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    while true {
      let part = try nextPiece()
      if part.isEmpty { return }
      try body(part)
    }
  }

  /// Returns the next bytes; empty at the end of the file.
  package borrowing func nextPiece() throws(FileFailure) -> [UInt8] {
    try piece(atMost: Self.pieceSize)
  }

  /// Returns whether the remaining bytes of both files are equal.
  package borrowing func holdsRest(of other: borrowing InputFile) throws(FileFailure) -> Bool {
    while true {
      let (piece, others) = (try nextPiece(), try other.nextPiece())
      guard piece.equals(others) else { return false }
      if piece.isEmpty { return true }
    }
  }

  /// Reads at most `room` bytes, fewer only at the end of the file.
  private borrowing func piece(atMost room: Int) throws(FileFailure) -> [UInt8] {
    var got = 0
    let file = descriptor
    // The buffer is not zeroed first, so each page of memory is touched once.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      while count < room {
        // `read` writes at most `room - count` bytes after the `count` that are initialized.
        got = unsafe Glibc.read(file, buffer.baseAddress.map { unsafe $0 + count }, room - count)
        if got > 0 { count += got }
        if got == 0 || got < 0 && errno != EINTR { return }
      }
    }
    if got < 0 { throw FileFailure("cannot read", path) }
    return bytes
  }
}

extension FileFailure {
  fileprivate static func irregular(_ path: String) -> FileFailure {
    FileFailure("cannot open", path, because: "not a regular file")
  }
}
