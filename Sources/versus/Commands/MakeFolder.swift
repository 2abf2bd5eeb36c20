import Glibc
import System

/// Creates the folders that contain a file; for a path that ends with `/`, all of the path.
///
/// - Parameters:
///   - path: the path, relative to the root.
///   - root: a folder that no symbolic link may lead out of (Y-02); nothing is created behind such
///     a link.
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
