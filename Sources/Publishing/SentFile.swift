package import Hashing
package import System

/// A file of a site, as a target has it.
package struct SentFile: Sendable, Equatable {
  package let path: String
  package let size: Int
  package let fingerprint: Fingerprint

  package init(path: String, size: Int, fingerprint: Fingerprint) {
    self.path = path
    self.size = size
    self.fingerprint = fingerprint
  }
}

/// The files of a site, by path.
package struct SentFiles: Sendable, Equatable {
  package private(set) var files: [String: SentFile] = [:]

  package init(_ files: [SentFile]) {
    self.files = Dictionary(files.map { ($0.path, $0) }) { $1 }
  }

  package var paths: [String] { files.keys.sorted() }

  package subscript(path: String) -> SentFile? { files[path] }

  func without(_ paths: Set<String>) -> SentFiles {
    SentFiles(files.values.filter { !paths.contains($0.path) })
  }

  func only(_ paths: Set<String>) -> SentFiles {
    SentFiles(files.values.filter { paths.contains($0.path) })
  }

  func with(_ others: SentFiles) -> SentFiles {
    SentFiles(Array(others.files.values) + Array(files.values))
  }

  /// The paths of assets that a target has as they are here, and that the next site lacks. A page
  /// that a reader opened before may still ask for them.
  func assets(in target: SentFiles, butNotIn next: SentFiles) -> Set<String> {
    Set(
      assets.filter { target[$0.path] == $0 && next[$0.path] == nil }.map(\.path))
  }

  var assets: [SentFile] { files.values.filter { Transfer.Stage($0.path) == .assets } }

  /// The files that a folder still has as they were sent: of the same size, and written before
  /// their list.
  func unchanged(in folder: Folder, since list: FileStatus) -> SentFiles {
    let walk = FolderWalk(folder)
    return SentFiles(
      paths.compactMap { files[$0] }.filter { file in
        guard let status = walk.status(of: Array(file.path.utf8CString)) else { return false }
        return status.isFile && status.size == file.size && !status.isNewer(than: list)
      })
  }

  // MARK: From a folder

  /// Reads all files of an output folder, except those by which builds know it. Links are left out.
  ///
  /// - Parameter known: files of another folder, which are what the list says. Those that are the
  ///   same file on the disk here, by hard links, are not read again.
  package init(
    in folder: Folder, jobs: Int, known: (files: SentFiles, folder: Folder)? = nil
  ) throws(FileFailure) {
    var paths: [String] = []
    try Self.list(folder, "", into: &paths)
    paths.sort()
    var files: [SentFile] = []
    if let known {
      let (here, there) = (FolderWalk(folder), FolderWalk(known.folder))
      var others: [String] = []
      for path in paths {
        let name = Array(path.utf8CString)
        if let file = known.files[path], let status = here.status(of: name),
          let other = there.status(of: name), status.isFile, status.stamp == other.stamp
        {
          files.append(file)
        } else {
          others.append(path)
        }
      }
      paths = others
    }
    let found = concurrentMap(paths, jobs: jobs) { path in
      Result { () throws(FileFailure) in try Self.read(path, in: folder) }
    }
    for result in found {
      if let file = try result.get() { files.append(file) }
    }
    self.init(files)
  }

  /// - Returns: nil for a link.
  private static func read(_ path: String, in folder: Folder) throws(FileFailure) -> SentFile? {
    do throws(FileFailure) {
      let file = try InputFile(path, FolderWalk(folder))
      let stream = FingerprintStream()
      var size = 0
      try file.forEachPiece { piece throws(FileFailure) in
        stream.update(piece)
        size += piece.count
      }
      return SentFile(path: path, size: size, fingerprint: stream.fingerprint)
    } catch {
      if error.isLink { return nil }
      throw error
    }
  }

  private static func list(
    _ folder: Folder, _ prefix: String, into paths: inout [String]
  ) throws(FileFailure) {
    for entry in try FolderEntry.all(in: folder.path + "/" + prefix, includesHidden: true)
    where !(prefix.isEmpty && entry.name.hasPrefix(".versus")) {
      let path = prefix + entry.name
      switch entry.kind {
      case .folder: try list(folder, path + "/", into: &paths)
      case .file, .unknown: paths.append(path)
      }
    }
  }
}
