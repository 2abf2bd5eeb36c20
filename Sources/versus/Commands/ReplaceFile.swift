import Diagnosing
import Glibc
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
  let folder = target.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    .joined(separator: "/")
  try makeFolders(folder)
  guard let real = resolvedPath(folder), let base = resolvedPath(root),
    (real + "/").hasPrefix(base == "/" ? "/" : base + "/")
  else { throw FileFailure("will not write through", folder, code: ENOTDIR) }
  let temporary = target + ".versus-new"
  try writeFile(bytes, to: temporary)
  guard unsafe rename(temporary, target) == 0 else {
    let failure = FileFailure("cannot replace", target)
    _ = unsafe unlink(temporary)
    throw failure
  }
}
