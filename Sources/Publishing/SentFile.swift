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

  // MARK: From a folder

  /// Reads all files of an output folder, except those by which builds know it. Links are left out.
  package init(in folder: Folder, jobs: Int) throws(FileFailure) {
    var paths: [String] = []
    try Self.list(folder, "", into: &paths)
    paths.sort()
    let found = concurrentMap(paths, jobs: jobs) { path in
      Result { () throws(FileFailure) in try Self.read(path, in: folder) }
    }
    var files: [SentFile] = []
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

  // MARK: As text

  /// The most bytes of a list that are read; no site has a longer one.
  package static let maxBytes = 1 << 31

  private static let header = "versus files 1"

  /// One file a line: fingerprint, size and path.
  package var text: String {
    paths.compactMap { files[$0] }.reduce(into: Self.header + "\n") {
      $0 += "\($1.fingerprint.text()) \($1.size) \($1.path)\n"
    }
  }

  /// Reads a list; nil for a text that is none, or that names anything outside of the site (Y-07).
  package init?(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == Self.header[...], lines.last == "" else { return nil }
    var files: [SentFile] = []
    for line in lines.dropFirst().dropLast() {
      let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, let fingerprint = Fingerprint(text: String(parts[0])),
        let size = Int(parts[1]), size >= 0, parts[2].isRelativePath
      else { return nil }
      files.append(SentFile(path: String(parts[2]), size: size, fingerprint: fingerprint))
    }
    self.init(files)
  }
}
