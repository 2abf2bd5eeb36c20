import Glibc

extension Folder {
  /// Removes an entry with everything below it. Links are removed, not followed.
  ///
  /// - Returns: false, with the reason in `errno`, when something is left.
  @discardableResult
  package func removeTree(_ name: String) -> Bool {
    System.removeTree(Array(name.utf8CString), in: descriptor)
  }

  /// Removes a folder below this one, if nothing is in it.
  package func removeIfEmpty(_ path: String) {
    let relative = path.hasPrefix("/") ? String(path.dropFirst()) : path
    // The system only reads the path during the call.
    _ = unsafe unlinkat(descriptor, relative, AT_REMOVEDIR)
  }

  /// Returns the names of all entries, including those that begin with a dot.
  package func entryNames() -> [String] {
    System.entryNames(of: descriptor).map {
      String(decoding: $0.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }
}

/// Removes an entry of a folder with everything below it. Links are removed, not followed.
///
/// - Parameter name: the name of the entry, ending with a NUL.
/// - Returns: false, with the reason in `errno`, when something is left.
package func removeTree(_ name: [CChar], in folder: Int32) -> Bool {
  let status = unsafe unlinkat(folder, name, 0)
  if status == 0 || errno == ENOENT { return true }
  guard errno == EISDIR || errno == EPERM else { return false }
  let inner = unsafe openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
  guard inner >= 0 else { return false }
  let isEmpty = entryNames(of: inner).allSatisfy { removeTree($0, in: inner) }
  close(inner)
  guard isEmpty else { return false }
  return unsafe unlinkat(folder, name, AT_REMOVEDIR) == 0
}

/// Returns the names of a folder's entries except `.` and `..`, each ending with a NUL; empty when
/// the folder cannot be listed.
private func entryNames(of folder: Int32) -> [[CChar]] {
  // The stream takes ownership of a descriptor and moves its position, so it gets one of its own.
  let copy = unsafe openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard copy >= 0 else { return [] }
  guard let stream = unsafe fdopendir(copy) else {
    close(copy)
    return []
  }
  defer { unsafe closedir(stream) }
  var names: [[CChar]] = []
  while let entry = unsafe readdir(stream) {
    // The name ends with a NUL inside the entry, and the entry stays valid until the next
    // `readdir`.
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
      unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) {
        unsafe Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1))
      }
    }
    if name != dot, name != dotDot { names.append(name) }
  }
  return names
}

private let dot = Array(".".utf8CString)
private let dotDot = Array("..".utf8CString)
