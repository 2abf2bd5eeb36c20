import Glibc
import System

/// The folder that a site is written to, checked so that writing to it cannot damage other files.
package struct OutputFolder: Sendable {
  /// The absolute path, with all links resolved.
  package let path: String

  private static let sourceFolders = [
    ("content", "the content"), ("templates", "the templates"),
    (".versus", "what builds keep of each other"),
  ]

  /// Why a folder is refused as output.
  package struct Refusal: Error, CustomStringConvertible {
    package let description: String
  }

  /// Creates the folder if it does not exist.
  ///
  /// - Throws: `Refusal` for `/`, the home folder, and a folder that holds a `.git` or the site's
  ///   source files. A refused folder is not created. `FileFailure` when the folder cannot be
  ///   created.
  package init(_ path: String, source: String) throws {
    let future = futurePath(path)
    func refuse(_ reason: String) -> Refusal {
      Refusal(description: "the output folder '\(path)' \(reason); choose another with --output")
    }
    let home = unsafe getenv("HOME").flatMap { unsafe resolvedPath(String(cString: $0)) }
    if future == "/" { throw refuse("is the root of the file system") }
    if future == home { throw refuse("is the home folder") }
    if let reason = Self.overlap(of: future, withSource: source) { throw refuse(reason) }
    if fileStatus(future + "/.git") != nil { throw refuse("contains a .git") }
    try makeFolders(future)
    guard let resolved = resolvedPath(future) else { throw FileFailure("cannot open", path) }
    self.path = resolved
  }

  /// Returns how a folder that exists, or may exist later, overlaps the site's own files; nil when
  /// it does not.
  package static func overlap(of path: String, withSource source: String) -> String? {
    let future = futurePath(path)
    for (name, text) in sourceFolders {
      let own = (resolvedPath(source) ?? source) + "/" + name
      for place in [own, resolvedPath(own) ?? own] {
        if (future + "/").hasPrefix(place + "/") { return "is inside \(text)" }
        if (place + "/").hasPrefix(future == "/" ? "/" : future + "/") { return "contains \(text)" }
      }
    }
    return nil
  }

  /// Reports whether a path is taken by something that is not marked as written by this tool.
  func isForeign(_ file: String) -> Bool {
    guard let status = fileStatus(path + "/" + file) else { return false }
    guard status.isFile, let folder = try? Folder(path),
      let page = try? InputFile(file, FolderWalk(folder)),
      let bytes = try? page.bytes(atMost: 1 << 20)
    else { return true }
    return !bytes.contains(part: "content=\"versus\"")
  }
}

extension [UInt8] {
  fileprivate func contains(part: String) -> Bool {
    let wanted = Array(part.utf8)
    guard count >= wanted.count else { return false }
    return (0...(count - wanted.count)).contains { self[$0...].starts(with: wanted) }
  }
}
