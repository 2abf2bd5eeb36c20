import Foundation

/// The files of this repository, as a reader of its documents finds them.
enum Project {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Returns the paths of all files below a folder, sorted and relative to the repository.
  static func files(below folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path())
      .map { folder + "/" + $0 }.filter { !isFolder($0) && !$0.contains("__pycache__") }.sorted()
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path())
  }

  static func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
  }

  private static func isFolder(_ path: String) -> Bool {
    root.appending(path: path).hasDirectoryPath
      || (try? root.appending(path: path).resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory
        == true
  }

  /// Returns the documents for people.
  static func documents() throws -> [String] {
    let top = try FileManager.default.contentsOfDirectory(atPath: root.path())
    return (top + (try files(below: "docs")) + ["Benchmarks/README.md", "Fuzzing/README.md"])
      .filter { $0.hasSuffix(".md") }.sorted()
  }
}
