import Glibc
import System
import Writing

/// Writes a file whole: whoever looks, or is interrupted, finds the old bytes or the new ones.
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
  guard unsafe rename(temporary, target) == 0 else {
    let failure = FileFailure("cannot replace", target)
    _ = unsafe unlink(temporary)
    throw failure
  }
}

/// Makes the folders that a file stands in; of a path that ends with `/`, all of them.
///
/// - Parameters:
///   - path: relative to the root.
///   - root: a folder that no symbolic link may lead out of (Y-02); nothing is made behind one.
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
