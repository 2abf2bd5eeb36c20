import Compressing
package import System

/// Compressed copies beside the files of a site, which servers send as they are.
///
/// A copy has the time of its file, so that copies of files that changed are known, and nothing has
/// to be recorded. Copies of files that are gone are removed.
package struct Precompression: Sendable {
  package struct Result: Sendable {
    package var made = 0
    package var kept = 0
    package var removed = 0
    package var bytes = 0
  }

  /// Files whose content is text.
  private static let extensions: Set<Substring> = [
    "html", "css", "js", "mjs", "json", "xml", "svg", "txt", "md", "csv", "webmanifest", "map",
  ]
  /// Smaller files fit into the first packets anyway.
  private static let sizes = 1024...(64 << 20)
  /// Says that the folder has copies, so that a build without them removes those.
  static let marker = ".versus-precompressed"

  private let folder: Folder
  private let jobs: Int
  private let isInterrupted: @Sendable () -> Bool

  package init(
    _ folder: String, jobs: Int, isInterrupted: @escaping @Sendable () -> Bool
  ) throws(FileFailure) {
    self.folder = try Folder(folder)
    self.jobs = jobs
    self.isInterrupted = isInterrupted
  }

  /// Throws where a file could not be compressed.
  package static func check() throws(FileFailure) {
    if !Compressor.isAvailable {
      throw FileFailure("cannot compress", ".", because: Compressor.remedy)
    }
  }

  /// Whether an earlier build made copies in the folder.
  package var isMarked: Bool { fileStatus(folder.path + "/" + Self.marker) != nil }

  /// Makes the copies that are missing or outdated.
  package func update() throws -> Result {
    try replaceFile([], at: Self.marker, inside: folder.path)
    return try pass(isMaking: true)
  }

  /// Removes all copies.
  package func clear() throws -> Result {
    let result = try pass(isMaking: false)
    try remove(Self.marker)
    return result
  }

  private func pass(isMaking: Bool) throws -> Result {
    var folders: [String] = []
    try collect("", into: &folders)
    let results = concurrentMap(folders, jobs: jobs) { path in
      Swift.Result { try handle(path, isMaking: isMaking) }
    }
    var total = Result()
    for result in results {
      let part = try result.get()
      total.made += part.made
      total.kept += part.kept
      total.removed += part.removed
      total.bytes += part.bytes
    }
    // The deepest come first, so that a folder is empty when its turn comes.
    for path in folders.reversed() where !path.isEmpty { folder.removeIfEmpty(path) }
    return total
  }

  /// Collects folders, each before those inside it.
  private func collect(_ path: String, into folders: inout [String]) throws(FileFailure) {
    folders.append(path)
    for entry in try FolderEntry.all(in: folder.path + path) where entry.kind == .folder {
      try collect(path + "/" + entry.name, into: &folders)
    }
  }

  private func handle(_ path: String, isMaking: Bool) throws -> Result {
    var result = Result()
    let entries = try FolderEntry.all(in: folder.path + path)
    let names = Set(entries.filter { $0.kind != .folder }.map(\.name))
    for name in names.sorted() {
      if isInterrupted() { throw SiteWriter.Interrupted() }
      if let base = Self.base(of: name) {
        guard !isMaking || !names.contains(base) else { continue }
        try remove(String((path + "/" + name).dropFirst()))
        result.removed += 1
      } else if isMaking, Self.isText(name) {
        try copy(path + "/" + name, names: names, into: &result)
      }
    }
    return result
  }

  private func remove(_ path: String) throws(FileFailure) {
    if !folder.removeTree(path) { throw FileFailure("cannot remove", folder.path + "/" + path) }
  }

  private func copy(_ path: String, names: Set<String>, into result: inout Result) throws {
    guard let status = fileStatus(folder.path + path), status.isFile,
      Self.sizes.contains(status.size)
    else { return }
    let stale = ContentCoding.allCases.filter { coding in
      fileStatus(folder.path + path + coding.suffix).map { !$0.isSameAge(as: status) } ?? true
    }
    result.kept += ContentCoding.allCases.count - stale.count
    if stale.isEmpty { return }
    guard let compressor = Compressor() else { return }
    let relative = String(path.dropFirst())
    let bytes = try InputFile(relative, FolderWalk(folder)).bytes(atMost: Self.sizes.upperBound)
    for coding in stale {
      guard let copy = compressor.bytes(bytes, coding) else {
        try remove(relative + coding.suffix)
        continue
      }
      try replaceFile(copy, at: relative + coding.suffix, inside: folder.path)
      try setAge(of: folder.path + path + coding.suffix, to: status)
      result.made += 1
      result.bytes += copy.count
    }
  }

  private static func isText(_ name: String) -> Bool {
    name.split(separator: ".").last.map(extensions.contains) == true && name.contains(".")
  }

  /// The name of the file that a copy is of; nil for any other file.
  private static func base(of name: String) -> String? {
    // A part of a large sitemap is there in no other form.
    if name.wholeMatch(of: /sitemap-[0-9]+\.xml\.gz/) != nil { return nil }
    for coding in ContentCoding.allCases where name.hasSuffix(coding.suffix) {
      let base = String(name.dropLast(coding.suffix.count))
      if isText(base) { return base }
    }
    return nil
  }
}
