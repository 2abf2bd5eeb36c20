import Glibc

/// A new file that is open for writing. The program writes files in no other way.
///
/// An existing entry of that name is never opened, so nothing is written through a link or into a
/// FIFO. A file gets its final name only when it is complete.
package struct OutputFile: ~Copyable {
  private let descriptor: Int32

  /// Creates a file that does not exist yet.
  ///
  /// - Parameter name: relative to the folder, ending with a NUL.
  /// - Returns: nil, with the reason in `errno`, when the file cannot be created.
  package init?(_ name: [CChar], in folder: Int32) {
    descriptor = unsafe openat(
      folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    if descriptor < 0 { return nil }
  }

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// The standard output; nil when it is closed.
  package static func standardOutput() -> OutputFile? {
    let copy = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0)
    return copy < 0 ? nil : OutputFile(descriptor: copy)
  }

  /// Writes bytes. False, with the reason in `errno`, when not all could be written.
  package borrowing func write(_ bytes: [UInt8]) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        // `done` is less than the count, so the pointer stays inside the buffer.
        unsafe Glibc.write(
          descriptor, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { return false }
      done += count
    }
    return true
  }

  /// Closes the file. False, with the reason in `errno`, when the system could not keep what was
  /// written.
  package consuming func end() -> Bool {
    let file = descriptor
    discard self
    return close(file) == 0
  }
}

/// Writes a file atomically: readers, even after an interruption, find the old bytes or the new
/// ones.
///
/// - Parameters:
///   - path: relative to the root; its folders are created.
///   - root: a folder that no link may lead out of (Y-02).
package func replaceFile(
  _ bytes: [UInt8], at path: String, inside root: String
) throws(FileFailure) {
  try replaceFile(at: path, inside: root) { $0.write(bytes) }
}

/// - Parameter body: writes the contents. False, with the reason in `errno`, leaves the old file.
private func replaceFile(
  at path: String, inside root: String, _ body: (borrowing OutputFile) -> Bool
) throws(FileFailure) {
  let folder = try Folder(root)
  let full = root + "/" + path
  guard let inside = folder.place(of: path) else {
    throw FileFailure("will not write through", full, because: "it leads out of '\(root)'")
  }
  let target = Array(inside.utf8CString)
  let walk = FolderWalk(folder)
  defer { walk.leave() }
  guard let place = walk.enter(target, .make) else { throw FileFailure("cannot write", full) }
  let name = Array(target[place.name...])
  // Names that begin with a dot are not content, so a file left by a killed program is harmless.
  let temporary = Array(".".utf8CString.dropLast() + name.dropLast().prefix(200) + suffix)
  _ = unsafe unlinkat(place.folder, temporary, 0)
  guard let file = OutputFile(temporary, in: place.folder) else {
    throw FileFailure("cannot write", full)
  }
  guard body(file), file.end(),
    unsafe renameat(place.folder, temporary, place.folder, name) == 0
  else {
    let failure = FileFailure("cannot write", full)
    _ = unsafe unlinkat(place.folder, temporary, 0)
    throw failure
  }
}

/// Writes a file atomically at a path that the user chose. Its folder must exist.
package func writeFile(_ bytes: [UInt8], to path: String) throws(FileFailure) {
  let (folder, name) = place(of: path)
  try replaceFile(bytes, at: name, inside: folder)
}

/// Writes a file atomically at a path that the user chose, piece by piece. Its folder must exist.
///
/// - Parameter body: writes the contents. When it throws, the old file stays.
package func writeFile<Value>(
  to path: String, _ body: (borrowing OutputFile) throws -> Value
) throws -> Value {
  let (folder, name) = place(of: path)
  var outcome: Result<Value, any Error>?
  do {
    try replaceFile(at: name, inside: folder) { file in
      do {
        outcome = .success(try body(file))
        return true
      } catch {
        outcome = .failure(error)
        return false
      }
    }
  } catch {
    if case .failure(let reason)? = outcome { throw reason }
    throw error
  }
  guard let outcome else { preconditionFailure("a file is replaced by what the body wrote") }
  return try outcome.get()
}

private func place(of path: String) -> (folder: String, name: String) {
  let parts = path.pathParts
  let folder = parts.dropLast().joined(separator: "/")
  return (parts.count == 1 ? "." : folder.isEmpty ? "/" : folder, String(parts.last ?? ""))
}

private let suffix = ".versus-new".utf8CString
