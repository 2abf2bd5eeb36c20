import Diagnosing
import Synchronization
import System

/// Files as they were last read, so that only those that changed are read again.
///
/// A file is the one that is known while the system says that nobody has written to it. Its clock
/// is coarse, so whoever hears that a file was written says so with `forget`.
package final class FileCache: Sendable {
  private struct Entry {
    let file: SourceFile
    /// Nil when the file has to be read again.
    var stamp: FileStamp?
  }

  private let entries = Mutex<[String: Entry]>([:])

  package init() {}

  /// Reads files again when they are next asked for.
  ///
  /// - Parameter paths: of files, or of folders with all that is below.
  package func forget(_ paths: Set<String>) {
    entries.withLock { entries in
      // What nobody has asked for since the last time is gone.
      entries = entries.filter { $0.value.stamp != nil }
      for path in paths {
        if entries[path] != nil {
          entries[path]?.stamp = nil
        } else {
          for name in entries.keys.filter({ $0.hasPrefix(path + "/") }) {
            entries[name]?.stamp = nil
          }
        }
      }
    }
  }

  /// The file at a place on the disk; the same object as before while its bytes are the same.
  func file(_ path: String, at place: String) throws(FileFailure) -> SourceFile {
    let known = entries.withLock { $0[path] }
    // Taken first: what is written while it is read makes the next stamp another.
    let stamp = fileStatus(place)?.stamp
    if let known, stamp != nil, known.stamp == stamp { return known.file }
    let bytes = try readFile(place)
    let file =
      if let known, known.file.bytes.equals(bytes) { known.file } else {
        SourceFile(path: path, bytes: bytes)
      }
    entries.withLock { $0[path] = Entry(file: file, stamp: stamp) }
    return file
  }
}
