import Diagnosing
import Hashing
import Synchronization
import System

/// The files as they were last read, so that only changed files are read again.
///
/// A cached file is valid while its stamp is unchanged. The system's clock is coarse, so code that
/// learns of a write must call `forget`.
package final class FileCache: Sendable {
  private struct Entry {
    let file: SourceFile
    /// The stamp of the file; nil when the file must be read again.
    var stamp: FileStamp?
  }

  private let entries = Mutex<[String: Entry]>([:])
  private let fingerprints = Mutex<[String: (fingerprint: Fingerprint, stamp: FileStamp)]>([:])

  package init() {}

  /// Causes files to be read again when they are next requested.
  ///
  /// - Parameter paths: files, or folders with everything below them.
  package func forget(_ paths: Set<String>) {
    entries.withLock { entries in
      // Entries that were not requested since the last call are dropped.
      entries = entries.filter { $0.value.stamp != nil }
      for path in paths {
        forgetFingerprints(path)
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

  private func forgetFingerprints(_ path: String) {
    fingerprints.withLock { known in
      known = known.filter { $0.key != path && !$0.key.hasPrefix(path + "/") }
    }
  }

  /// Reads an opened file. Returns the cached object if its bytes are equal.
  func file(
    _ path: String, _ opened: borrowing InputFile, atMost limit: Int
  ) throws(FileFailure) -> SourceFile {
    let known = entries.withLock { $0[path] }
    if let known, known.stamp == opened.stamp { return known.file }
    let bytes = try opened.bytes(atMost: limit)
    let file =
      if let known, known.file.bytes.equals(bytes) { known.file } else {
        SourceFile(path: path, bytes: bytes)
      }
    // The stamp is taken before the bytes are read, so a write during the read changes the next
    // stamp.
    let stamp = opened.stamp
    entries.withLock { $0[path] = Entry(file: file, stamp: stamp) }
    return file
  }

  /// Returns the fingerprint of an opened file, which is computed only if the file has changed.
  func fingerprint(
    _ path: String, _ opened: borrowing InputFile,
    make: (borrowing InputFile) throws(FileFailure) -> Fingerprint
  ) throws(FileFailure) -> Fingerprint {
    if let known = fingerprints.withLock({ $0[path] }), known.stamp == opened.stamp {
      return known.fingerprint
    }
    let stamp = opened.stamp
    let fingerprint = try make(opened)
    fingerprints.withLock { $0[path] = (fingerprint, stamp) }
    return fingerprint
  }
}
