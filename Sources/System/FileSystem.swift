import Glibc

/// The status of the file or folder that a path leads to.
package struct FileStatus: Sendable {
  package let isFolder: Bool
  package let isFile: Bool
  package let size: Int
  fileprivate let modified: (seconds: Int, nanoseconds: Int)
  package let stamp: FileStamp

  init(_ status: stat) {
    let type = status.st_mode & S_IFMT
    isFolder = type == S_IFDIR
    isFile = type == S_IFREG
    size = Int(status.st_size)
    modified = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    stamp = FileStamp(status)
  }

  /// Whether both files were written at the same time.
  package func isSameAge(as other: FileStatus) -> Bool { modified == other.modified }

  /// A text that changes when the file is replaced or written to.
  package var identity: String { "\(size) \(modified.seconds).\(modified.nanoseconds)" }

  /// Whether the contents changed after those of another file.
  package func isNewer(than other: FileStatus) -> Bool { modified > other.modified }
}

/// Identifies a file and its last change. Only the system can set the time of the last change,
/// unlike the modification time.
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

/// Returns the status of what a path leads to, following links; nil when nothing is there.
package func fileStatus(_ path: String) -> FileStatus? {
  var status = stat()
  // `stat` only reads the path and fills the local variable.
  guard unsafe stat(path, &status) == 0 else { return nil }
  return FileStatus(status)
}

/// Gives a file the time at which another one was written.
package func setAge(of path: String, to status: FileStatus) throws(FileFailure) {
  let time = timespec(tv_sec: status.modified.seconds, tv_nsec: status.modified.nanoseconds)
  let times = [time, time]
  // The system only reads the path and both times during the call.
  guard unsafe utimensat(AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW) == 0 else {
    throw FileFailure("cannot change the time of", path)
  }
}

/// Returns the absolute path without links; nil when the path leads nowhere.
package func resolvedPath(_ path: String) -> String? {
  // `realpath` allocates a C string, which is copied here and then freed.
  guard let resolved = unsafe realpath(path, nil) else { return nil }
  defer { unsafe free(resolved) }
  return unsafe String(cString: resolved)
}

/// Returns the absolute path, with links resolved, that a folder has or will have once created.
package func futurePath(_ path: String) -> String {
  var missing: [Substring] = []
  var known = path[...]
  while true {
    if let real = resolvedPath(known.isEmpty ? "." : String(known)) {
      let folder = missing.reduce(real == "/" ? "" : real) { folder, part in
        switch part {
        case ".", "": folder
        case "..": folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)].description
        default: folder + "/" + part
        }
      }
      return folder.isEmpty ? "/" : folder
    }
    let slash = known.lastIndex(of: "/")
    missing.insert(known[(slash.map { known.index(after: $0) } ?? known.startIndex)...], at: 0)
    known = slash.map { $0 == known.startIndex ? known[...$0] : known[..<$0] } ?? ""
  }
}

/// Creates a folder and the folders above it, like `mkdir -p`.
package func makeFolders(_ path: String) throws(FileFailure) {
  var current = path.hasPrefix("/") ? "" : "."
  for part in path.pathParts where !part.isEmpty {
    current += "/" + part
    // `mkdir` only reads the path during the call.
    if unsafe mkdir(current, 0o755) != 0, errno != EEXIST {
      throw FileFailure("cannot create", current)
    }
  }
}
