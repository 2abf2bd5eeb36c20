import Glibc

/// An open folder. Files below the folder are read and written without ever leaving it.
package final class Folder: Sendable {
  /// The absolute path, without links.
  package let path: String
  package let descriptor: Int32

  /// Opens a folder.
  ///
  /// - Parameter path: may lead through links, which are followed.
  package init(_ path: String) throws(FileFailure) {
    guard let resolved = resolvedPath(path) else { throw FileFailure("cannot open", path) }
    descriptor = unsafe open(resolved, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFailure("cannot open", path) }
    self.path = resolved
  }

  /// Opens a folder below another one. No link is followed.
  package init(_ relative: String, below root: Folder) throws(FileFailure) {
    path = root.path + "/" + relative
    // The walk closes its folders at its end, so this one has a descriptor of its own.
    let walk = FolderWalk(root)
    defer { walk.leave() }
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    let place = walk.enter(Array((relative + "/file").utf8CString))
    descriptor = place.map { unsafe openat($0.folder, ".", flags) } ?? -1
    guard descriptor >= 0 else { throw FileFailure("cannot open", path) }
  }

  deinit { close(descriptor) }

  /// Returns whether an absolute path without links is this folder or is inside it.
  package func contains(_ resolved: String) -> Bool {
    resolved == path || resolved.hasPrefix(path == "/" ? "/" : path + "/")
  }

  /// Resolves the links in a path below this folder. The last parts of the path need not exist.
  ///
  /// - Returns: the path relative to this folder; nil when it leads outside.
  package func place(of relative: String) -> String? {
    var parts = relative.pathParts.filter { !$0.isEmpty }[...]
    var missing: [Substring] = []
    while true {
      if let real = resolvedPath(([path[...]] + parts).joined(separator: "/")) {
        guard contains(real) else { return nil }
        let inside = real.dropFirst(path == "/" ? 1 : path.utf8.count + 1)
        return ((inside.isEmpty ? [] : [inside]) + missing).joined(separator: "/")
      }
      guard let last = parts.popLast() else { return nil }
      missing.insert(last, at: 0)
    }
  }
}
