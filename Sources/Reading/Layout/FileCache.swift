import Diagnosing
import Synchronization
import System

/// Files as they were last read, so that only changed ones are read again.
///
/// A file is taken from the cache while its stamp is unchanged. The system's clock is coarse, so
/// whoever learns of a write must call `forget`.
package final class FileCache: Sendable {
  private struct Entry {
    let file: SourceFile
    /// Nil when the file has to be read again.
    var stamp: FileStamp?
  }

  private let entries = Mutex<[String: Entry]>([:])

  package init() {}

  /// Makes files be read again when they are next asked for.
  ///
  /// - Parameter paths: files, or folders with everything below them.
  package func forget(_ paths: Set<String>) {
    entries.withLock { entries in
      // Entries that nobody has asked for since the last call are dropped.
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

  /// Reads a file from a place on disk. Returns the cached object if its bytes are equal.
  func file(_ path: String, at place: String) throws(FileFailure) -> SourceFile {
    let known = entries.withLock { $0[path] }
    // The stamp is taken before reading, so that a write during the read changes the next stamp.
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
