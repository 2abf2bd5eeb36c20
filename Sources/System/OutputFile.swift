import Glibc

/// A new file that is open for writing: the one way by which this program writes files.
///
/// What stands at the name is never opened, so that nothing is written through a link or into a
/// FIFO; a file gets its final name only when it is whole.
package struct OutputFile: ~Copyable {
  private let descriptor: Int32

  /// Creates a file that is not there yet.
  ///
  /// - Parameter name: ended by a zero, relative to the folder.
  /// - Returns: nil with the reason in `errno`.
  package init?(_ name: [CChar], in folder: Int32) {
    descriptor = unsafe openat(
      folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// False, with the reason in `errno`, when not all could be written.
  package borrowing func write(_ bytes: [UInt8]) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        // `done` is below the count, so the pointer stays inside.
        unsafe Glibc.write(
          descriptor, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { return false }
      done += count
    }
    return true
  }

  /// False, with the reason in `errno`, when the system could not keep what was written.
  package consuming func end() -> Bool {
    let file = descriptor
    discard self
    return close(file) == 0
  }
}

/// Writes a file whole: whoever looks, or is interrupted, finds the old bytes or the new ones.
///
/// - Parameters:
///   - path: relative to the root; the folders that it names are made.
///   - root: a folder that no link may lead out of (Y-02).
package func replaceFile(
  _ bytes: [UInt8], at path: String, inside root: String
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
  // Names that begin with a dot are no content, so what a killed program leaves is harmless.
  let temporary = Array(".".utf8CString.dropLast() + name.dropLast().prefix(200) + suffix)
  _ = unsafe unlinkat(place.folder, temporary, 0)
  guard let file = OutputFile(temporary, in: place.folder) else {
    throw FileFailure("cannot write", full)
  }
  guard file.write(bytes), file.end(),
    unsafe renameat(place.folder, temporary, place.folder, name) == 0
  else {
    let failure = FileFailure("cannot write", full)
    _ = unsafe unlinkat(place.folder, temporary, 0)
    throw failure
  }
}

/// Writes a file whole at a path that the user chose; its folder must be there.
package func writeFile(_ bytes: [UInt8], to path: String) throws(FileFailure) {
  let parts = path.split(separator: "/", omittingEmptySubsequences: false)
  let folder = parts.dropLast().joined(separator: "/")
  try replaceFile(
    bytes, at: String(parts.last ?? ""),
    inside: parts.count == 1 ? "." : folder.isEmpty ? "/" : folder)
}

private let suffix = ".versus-new".utf8CString
