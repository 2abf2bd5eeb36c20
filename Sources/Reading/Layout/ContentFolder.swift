package import Diagnosing
package import System

/// The files of a source folder, in byte order regardless of the order on disk.
///
/// Only regular files inside the folder are listed. A symbolic link is followed only if it leads to
/// a place inside, so that content cannot include files that do not belong to the publisher (Y-02).
package struct ContentFolder: Sendable {
  /// The absolute path of the source folder.
  package let root: String
  private let cache: FileCache?

  /// - Parameter cache: a cache of files that need not be read again; nil to read all.
  /// - Throws: `FileFailure` when the folder cannot be read.
  package init(_ path: String, reusing cache: FileCache? = nil) throws(FileFailure) {
    guard let resolved = resolvedPath(path) else { throw FileFailure("cannot open", path) }
    root = resolved
    self.cache = cache
  }

  /// The paths of all files below a folder, relative to the root and in byte order. Empty when the
  /// folder does not exist. Names that begin with a dot are skipped.
  package func files(below folder: String) throws(FileFailure) -> [String] {
    try entries(below: folder).files
  }

  /// What a folder contains; each list is in byte order.
  struct Entries {
    fileprivate(set) var files: [String] = []
    /// Symbolic links that lead outside the source folder or nowhere.
    fileprivate(set) var outside: [String] = []
    /// Names that are not UTF-8, with the invalid bytes repaired.
    fileprivate(set) var illegible: [String] = []
    /// Paths that are canonically equivalent to a listed path but encoded with other bytes, each
    /// with the path that is listed.
    fileprivate(set) var equivalent: [(path: String, other: String)] = []
  }

  func entries(below folder: String) throws(FileFailure) -> Entries {
    var entries = Entries()
    var seen: Set<String> = []
    var found: [String] = []
    var open = [folder]
    var links: [String] = []
    while !open.isEmpty {
      while let current = open.popLast() {
        let real = resolvedPath(root + "/" + current)
        // Each folder is listed once, so links to a parent folder do not loop (Y-03).
        if let real, !seen.insert(real).inserted { continue }
        for entry in try FolderEntry.all(in: root + "/" + current) {
          let path = current + "/" + entry.name
          if entry.name.unicodeScalars.contains("\u{fffd}") {
            entries.illegible.append(path)
            continue
          }
          switch place(of: entry, at: path, in: current, real) {
          case .file: found.append(path)
          case .folder: open.append(path)
          case .linkedFolder: links.append(path)
          case .outside: entries.outside.append(path)
          case .other: break
          }
        }
      }
      // Links are followed last, in byte order, so that which path a folder is listed under does
      // not depend on the order of the disk.
      open = links.sorted { precedes($1, $0) }
      links = []
    }
    entries.outside.sort(by: precedes)
    entries.illegible.sort(by: precedes)
    entries.add(found.sorted(by: precedes))
    return entries
  }

  private enum Place {
    case file, folder, linkedFolder, outside, other
  }

  /// The real path of an entry. Entries that the system says are not links need no lookup: they are
  /// where their folder is.
  private func place(
    of entry: FolderEntry, at path: String, in folder: String, _ real: String?
  ) -> Place {
    if let real, isInside(real) {
      if entry.kind == .file { return .file }
      if entry.kind == .folder { return real == root + "/" + folder ? .folder : .linkedFolder }
    }
    guard let status = fileStatus(root + "/" + path),
      let target = resolvedPath(root + "/" + path), isInside(target)
    else { return .outside }
    if status.isFile { return .file }
    guard status.isFolder else { return .other }
    return target == root + "/" + path ? .folder : .linkedFolder
  }

  /// Whether a real path is inside the source folder.
  private func isInside(_ real: String) -> Bool {
    real == root || real.hasPrefix(root == "/" ? "/" : root + "/")
  }

  package func read(_ path: String) throws(FileFailure) -> SourceFile {
    if let cache { return try cache.file(path, at: root + "/" + path) }
    return SourceFile(path: path, bytes: try readFile(root + "/" + path))
  }

  /// Reads many files on up to `jobs` threads; the result is in the order given.
  package func read(_ paths: [String], jobs: Int) throws(FileFailure) -> [SourceFile] {
    let results = concurrentMap(paths, jobs: jobs) { path in
      Result { () throws(FileFailure) in try read(path) }
    }
    var files: [SourceFile] = []
    for result in results { files.append(try result.get()) }
    return files
  }
}

extension ContentFolder.Entries {
  fileprivate mutating func add(_ paths: [String]) {
    // Texts compare equal if they are canonically equivalent, which different ASCII texts never
    // are.
    guard paths.contains(where: { $0.utf8.contains { $0 >= 0x80 } }) else {
      files = paths
      return
    }
    var seen: [String: String] = [:]
    for path in paths {
      if let other = seen[path] {
        equivalent.append((path, other))
      } else {
        seen[path] = path
        files.append(path)
      }
    }
  }
}

/// Byte order, which is equal in every locale.
private func precedes(_ a: String, _ b: String) -> Bool {
  a.utf8.lexicographicallyPrecedes(b.utf8)
}
