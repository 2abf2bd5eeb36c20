package import Diagnosing
import Hashing
import Markup
package import System

/// The files of a source folder, in byte order regardless of the order on disk.
///
/// Only regular files inside the folder are listed. A symbolic link is followed only if it leads to
/// a place inside, so that content cannot include files that do not belong to the publisher (Y-02).
package struct ContentFolder: Sendable {
  private let folder: Folder
  private let cache: FileCache?

  /// The absolute path of the source folder.
  package var root: String { folder.path }

  /// Opens a source folder.
  ///
  /// - Parameter cache: a cache of files that need not be read again; nil to read all.
  /// - Throws: `FileFailure` when the folder cannot be opened.
  package init(_ path: String, reusing cache: FileCache? = nil) throws(FileFailure) {
    folder = try Folder(path)
    self.cache = cache
  }

  /// Returns the paths of all files below a folder, relative to the root and in byte order. The
  /// result is empty when the folder does not exist. Names that begin with a dot are skipped,
  /// except below `content/static`.
  package func files(below folder: String) throws(FileFailure) -> [String] {
    try entries(below: folder).files
  }

  /// Returns the names of the folders in the root, in byte order.
  func folders() throws(FileFailure) -> [String] {
    try FolderEntry.all(in: root).filter { $0.kind == .folder }.map(\.name).sorted(by: precedes)
  }

  /// The contents of a folder. Each list is in byte order.
  struct Entries {
    fileprivate(set) var files: [String] = []
    /// Symbolic links that lead outside the source folder or nowhere.
    fileprivate(set) var outside: [String] = []
    /// Pipes, sockets and devices.
    fileprivate(set) var irregular: [String] = []
    /// Links to folders that are also listed at their own paths.
    fileprivate(set) var repeated: [String] = []
    /// Names that are not UTF-8, with the invalid bytes repaired.
    fileprivate(set) var illegible: [String] = []
    /// Paths that are canonically equivalent to a listed path but encoded with other bytes, each
    /// with the path that is listed.
    fileprivate(set) var equivalent: [(path: String, other: String)] = []
  }

  /// Returns the paths of all files below a folder, like `files(below:)`, and reports every entry
  /// that is not a readable file.
  package func files(
    below folder: String, into log: inout Diagnostics
  ) throws(FileFailure) -> [String] {
    let entries = try entries(below: folder)
    func place(_ path: String) -> SourceSpan { SourceFile(path: path, bytes: []).start }
    for path in entries.outside { log.report(.outsideLink(at: place(path))) }
    for path in entries.irregular { log.report(.irregularFile(at: place(path))) }
    for path in entries.repeated { log.report(.repeatedFolder(at: place(path))) }
    for path in entries.illegible { log.report(.fileName(at: place(path))) }
    for (path, other) in entries.equivalent {
      log.report(.fileName(equivalentTo: other, at: place(path)))
    }
    return entries.files
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
        if let real, !seen.insert(real).inserted {
          entries.repeated.append(current)
          continue
        }
        for entry in try FolderEntry.all(
          in: root + "/" + current, includesHidden: Self.holdsHidden(current))
        {
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
          case .irregular: entries.irregular.append(path)
          }
        }
      }
      // Links are followed last, in byte order, so that which path a folder is listed under does
      // not depend on the order of the disk.
      open = links.sorted { precedes($1, $0) }
      links = []
    }
    entries.outside.sort(by: precedes)
    entries.irregular.sort(by: precedes)
    entries.repeated.sort(by: precedes)
    entries.illegible.sort(by: precedes)
    entries.add(found.sorted(by: precedes))
    return entries
  }

  /// Returns whether hidden files are listed. Files that are copied to the root of the site may
  /// begin with a dot, as `.well-known/` does.
  private static func holdsHidden(_ folder: String) -> Bool {
    folder == "content/static" || folder.hasPrefix("content/static/")
  }

  private enum Place {
    case file, folder, linkedFolder, outside, irregular
  }

  /// Returns the kind of place that an entry leads to. Entries that the system does not report as
  /// links need no lookup, because they are where their folder is.
  private func place(
    of entry: FolderEntry, at path: String, in folder: String, _ real: String?
  ) -> Place {
    if let real, self.folder.contains(real) {
      if entry.kind == .file { return .file }
      if entry.kind == .folder { return real == root + "/" + folder ? .folder : .linkedFolder }
    }
    guard let status = fileStatus(root + "/" + path),
      let target = resolvedPath(root + "/" + path), self.folder.contains(target)
    else { return .outside }
    if status.isFile { return .file }
    guard status.isFolder else { return .irregular }
    return target == root + "/" + path ? .folder : .linkedFolder
  }

  package func read(_ path: String) throws(FileFailure) -> SourceFile {
    try read(path, FolderWalk(folder))
  }

  private func read(_ path: String, _ walk: FolderWalk) throws(FileFailure) -> SourceFile {
    let file = try open(path, walk)
    // One byte above the limit tells parsers that the file is too large.
    let limit = Bounds.fileMegabytes << 20 + 1
    guard let cache else { return SourceFile(path: path, bytes: try file.bytes(atMost: limit)) }
    return try cache.file(path, file, atMost: limit)
  }

  /// Opens a file. Links on the way are followed only to places inside the folder, even if someone
  /// replaces a link at that moment.
  private func open(_ path: String, _ walk: FolderWalk) throws(FileFailure) -> InputFile {
    do throws(FileFailure) { return try InputFile(path, walk) } catch {
      guard error.isLink, let place = folder.place(of: path), place != path else { throw error }
      return try InputFile(place, walk)
    }
  }

  /// Returns a file that is opened when its bytes are needed.
  package func file(_ path: String) -> ReadableFile {
    ReadableFile { [self] () throws(FileFailure) in try open(path, FolderWalk(folder)) }
  }

  /// Returns a file that is opened when its bytes are needed, with its current fingerprint.
  func asset(
    _ path: String, _ walk: FolderWalk
  ) throws(FileFailure) -> (file: ReadableFile, fingerprint: Fingerprint) {
    let source = self.file(path)
    let file = try open(path, walk)
    func fingerprint(_ file: borrowing InputFile) throws(FileFailure) -> Fingerprint {
      let stream = FingerprintStream()
      try file.forEachPiece { stream.update($0) }
      return stream.fingerprint
    }
    guard let cache else { return (source, try fingerprint(file)) }
    return (source, try cache.fingerprint(path, file, make: fingerprint))
  }

  /// Fingerprints files that are only copied, on up to `jobs` threads.
  func assets(
    _ paths: [String], jobs: Int
  ) throws(FileFailure) -> [(file: ReadableFile, fingerprint: Fingerprint)] {
    let results = concurrentMap(paths, jobs: jobs, with: { FolderWalk(folder) }) { walk, path in
      Result { () throws(FileFailure) in try asset(path, walk) }
    }
    var assets: [(file: ReadableFile, fingerprint: Fingerprint)] = []
    for result in results { assets.append(try result.get()) }
    return assets
  }

  /// Reads files on up to `jobs` threads. The result is in the order given.
  package func read(_ paths: [String], jobs: Int) throws(FileFailure) -> [SourceFile] {
    let results = concurrentMap(paths, jobs: jobs, with: { FolderWalk(folder) }) { walk, path in
      Result { () throws(FileFailure) in try read(path, walk) }
    }
    var files: [SourceFile] = []
    for result in results { files.append(try result.get()) }
    return files
  }
}

extension ContentFolder.Entries {
  fileprivate mutating func add(_ paths: [String]) {
    // Swift compares strings by canonical equivalence. Different ASCII strings are never
    // equivalent.
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

/// Compares by byte order, which is the same in every locale.
private func precedes(_ a: String, _ b: String) -> Bool {
  a.utf8.lexicographicallyPrecedes(b.utf8)
}
