import Diagnosing
import Glibc
import Writing

/// Writes a file whole: whoever looks, or is interrupted, finds the old bytes or the new ones.
func replaceFile(_ bytes: [UInt8], at path: String) throws(FileFailure) {
  try makeFolders(
    path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/"))
  let temporary = path + ".versus-new"
  try writeFile(bytes, to: temporary)
  guard unsafe rename(temporary, path) == 0 else {
    let failure = FileFailure("cannot replace", path)
    _ = unsafe unlink(temporary)
    throw failure
  }
}
