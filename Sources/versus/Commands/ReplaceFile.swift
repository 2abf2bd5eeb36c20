import Glibc
import System
import Writing

/// Replaces a file atomically: readers, even after an interruption, find the old bytes or the new.
///
/// - Parameters:
///   - path: relative to the root.
///   - root: a folder that no symbolic link may lead out of (Y-02).
func replaceFile(
  _ bytes: [UInt8], at path: String, inside root: String
) throws(FileFailure) {
  let target = root + "/" + path
  try makeFolder(of: path, inside: root)
  let temporary = target + ".versus-new"
  try writeFile(bytes, to: temporary)
  // Both calls only read the paths, which Swift passes as strings that end with a zero.
  guard unsafe rename(temporary, target) == 0 else {
    let failure = FileFailure("cannot replace", target)
    _ = unsafe unlink(temporary)
    throw failure
  }
}

/// Makes the folders above a file; for a path that ends with `/`, all of them.
///
/// - Parameters:
///   - path: relative to the root.
///   - root: a folder that no symbolic link may lead out of (Y-02); behind one, nothing is made.
func makeFolder(of path: String, inside root: String) throws(FileFailure) {
  let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
  let places = parts.indices.map { root + "/" + parts[...$0].joined(separator: "/") }
  guard let folder = places.last else { return }
  let there = ([root] + places).compactMap { resolvedPath($0) }
  guard let base = there.first, let real = there.last,
    (real + "/").hasPrefix(base == "/" ? "/" : base + "/")
  else { throw FileFailure("will not write through", folder, code: ENOTDIR) }
  try makeFolders(folder)
}
