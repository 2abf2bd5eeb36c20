import Glibc

/// A failure of the machine: what was tried, on which path, and what the system said.
package struct FileFailure: Error, CustomStringConvertible {
  package let action: String
  package let path: String
  package let code: Int32

  package init(_ action: String, _ path: String, code: Int32? = nil) {
    self.action = action
    self.path = path
    self.code = code ?? errno
  }

  package var description: String {
    // `strerror` returns a C string that stays valid until the thread calls it again; it is copied.
    "\(action) '\(path)': \(unsafe String(cString: strerror(code)))"
  }
}

/// What a path leads to.
package struct FileStatus: Sendable {
  package let isFolder: Bool
  package let isFile: Bool
  package let size: Int
  private let modified: (seconds: Int, nanoseconds: Int)
  package let stamp: FileStamp

  fileprivate init(_ status: stat) {
    let type = status.st_mode & S_IFMT
    isFolder = type == S_IFDIR
    isFile = type == S_IFREG
    size = Int(status.st_size)
    modified = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    stamp = FileStamp(status)
  }

  /// A text that changes when the file is replaced or written to.
  package var identity: String { "\(size) \(modified.seconds).\(modified.nanoseconds)" }
}

/// Identifies a file and its last change. Unlike the modification time, the time of the last change
/// can be set by nobody but the system.
package struct FileStamp: Sendable, Equatable {
  private let device: dev_t
  private let file: ino_t
  private let size: Int
  private let changed: SIMD2<Int>
  private let modified: SIMD2<Int>

  fileprivate init(_ status: stat) {
    device = status.st_dev
    file = status.st_ino
    size = Int(status.st_size)
    changed = SIMD2(status.st_ctim.tv_sec, status.st_ctim.tv_nsec)
    modified = SIMD2(status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
  }
}

/// The status of what the path leads to, links followed; nil when nothing is there.
package func fileStatus(_ path: String) -> FileStatus? {
  var status = stat()
  // `stat` only reads the path and fills the local variable.
  guard unsafe stat(path, &status) == 0 else { return nil }
  return FileStatus(status)
}

/// The absolute path without links, or nil when it leads nowhere.
package func resolvedPath(_ path: String) -> String? {
  // `realpath` allocates a C string, which is copied here and then freed.
  guard let resolved = unsafe realpath(path, nil) else { return nil }
  defer { unsafe free(resolved) }
  return unsafe String(cString: resolved)
}

/// Reads a whole file.
package func readFile(_ path: String) throws(FileFailure) -> [UInt8] {
  // `open` only reads the path; `fstat` below fills a local variable.
  let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { throw FileFailure("cannot open", path) }
  defer { close(file) }
  var status = stat()
  let size = unsafe fstat(file, &status) == 0 ? Int(status.st_size) : 0
  // One byte of extra room reveals a file that has grown since its size was taken.
  var bytes: [UInt8] = []
  var room = size + 1
  while true {
    guard let part = readBytes(file, atMost: room) else {
      throw FileFailure("cannot read", path)
    }
    if bytes.isEmpty { bytes = part } else { bytes += part }
    if part.count < room { return bytes }
    room = max(4096, bytes.count)
  }
}

/// Reads at most `room` bytes, fewer only at the end of the file; nil when reading fails.
private func readBytes(_ file: Int32, atMost room: Int) -> [UInt8]? {
  var got = 0
  // The buffer is not zeroed first, so each page of memory is touched once.
  let bytes = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
    while count < room {
      // `read` writes at most `room - count` bytes behind the `count` that are initialized.
      got = unsafe Glibc.read(file, buffer.baseAddress.map { unsafe $0 + count }, room - count)
      if got > 0 { count += got }
      if got == 0 || got < 0 && errno != EINTR { return }
    }
  }
  return got < 0 ? nil : bytes
}
