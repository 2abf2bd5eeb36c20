package import Diagnosing
import Glibc
import Synchronization

/// The files of a source folder, in byte order whatever the disk's order.
///
/// Only regular files inside the folder are seen: a symbolic link is followed only when it leads
/// to a place inside, so that content cannot read what is not the publisher's (Y-02).
package struct ContentFolder: Sendable {
  /// Larger files are refused (Y-03).
  package static let maxFileMegabytes = 16

  /// The source folder, absolute.
  package let root: String

  /// - Throws: `FileFailure` when the folder cannot be read.
  package init(_ path: String) throws(FileFailure) {
    guard let resolved = resolvedPath(path) else { throw FileFailure("cannot open", path) }
    root = resolved
  }

  /// The paths of all files below a folder, relative to the root, in byte order; none when it is
  /// not there. Names that begin with a dot are left out.
  package func files(below folder: String) throws(FileFailure) -> [String] {
    try entries(below: folder).files
  }

  /// The files, and the symbolic links that lead out of the source folder or nowhere.
  func entries(
    below folder: String
  ) throws(FileFailure) -> (files: [String], outside: [String]) {
    var outside: [String] = []
    var seen: Set<String> = []
    var found: [String] = []
    var open = [folder]
    var links: [String] = []
    while !open.isEmpty {
      while let current = open.popLast() {
        // A folder is listed once, so links that lead back to one above it end (Y-03).
        if let real = resolvedPath(root + "/" + current), !seen.insert(real).inserted { continue }
        for name in try names(in: current) where !name.hasPrefix(".") {
          let path = current + "/" + name
          guard let status = fileStatus(root + "/" + path), isInside(path) else {
            outside.append(path)
            continue
          }
          if status.isFolder {
            let isLink = resolvedPath(root + "/" + path) != root + "/" + path
            isLink ? links.append(path) : open.append(path)
          } else if status.isFile {
            found.append(path)
          }
        }
      }
      // Links come last, in byte order: none hides the folder that it leads to, whatever the disk
      // lists first.
      open = links.sorted { precedes($1, $0) }
      links = []
    }
    return (found.sorted(by: precedes), outside.sorted(by: precedes))
  }

  private func names(in folder: String) throws(FileFailure) -> [String] {
    let path = root + "/" + folder
    guard let directory = unsafe opendir(path) else {
      if errno == ENOENT { return [] }
      throw FileFailure("cannot list", path)
    }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      names.append(name)
    }
    return names
  }

  /// False for a link that leads out of the source folder.
  private func isInside(_ path: String) -> Bool {
    guard let real = resolvedPath(root + "/" + path) else { return false }
    return real == root || real.hasPrefix(root == "/" ? "/" : root + "/")
  }

  package func read(_ path: String) throws(FileFailure) -> SourceFile {
    SourceFile(path: path, bytes: try readFile(root + "/" + path))
  }

  /// Reads many files, on as many threads as asked for; the result is in the order given.
  package func read(_ paths: [String], jobs: Int) throws(FileFailure) -> [SourceFile] {
    let results = Mutex<[Int: Result<SourceFile, FileFailure>]>([:])
    concurrentPerform(paths.count, jobs: jobs) { index in
      let result = Result { () throws(FileFailure) in try read(paths[index]) }
      results.withLock { $0[index] = result }
    }
    let all = results.withLock { $0 }
    var files: [SourceFile] = []
    for index in paths.indices {
      if let result = all[index] { files.append(try result.get()) }
    }
    return files
  }
}

/// Byte order, which is the same in every locale.
private func precedes(_ a: String, _ b: String) -> Bool {
  a.utf8.lexicographicallyPrecedes(b.utf8)
}
