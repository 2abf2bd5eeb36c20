import Diagnosing
import System

/// The schemas that editors with a YAML language server use to complete keys and explain them.
enum EditorSchemas {
  private static let folder = "content/.schemas"

  /// Writes the schema of every kind of file.
  static func write(to source: String) throws(FileFailure) {
    for kind in FileKind.allCases {
      try replaceFile(
        Array((jsonText(kind.schema) + "\n").utf8), at: "\(folder)/\(kind.rawValue).json",
        inside: source)
    }
  }

  /// Returns the comment that leads an editor from a file to its schema; empty for files other than
  /// YAML, in which no editor reads it.
  ///
  /// - Parameter path: the file, relative to the source folder.
  static func line(for path: String) -> String {
    let kind = FileKind.allCases.first { kind in
      kind.path.hasSuffix(".yaml") && kind.path.hasPrefix("content/")
        && pattern(kind.path) == pattern(path)
    }
    guard let kind else { return "" }
    let up = path.split(separator: "/").dropFirst(2).map { _ in "../" }.joined()
    return "# yaml-language-server: $schema=\(up).schemas/\(kind.rawValue).json\n"
  }

  /// Returns the folder of a file, or the file itself if it exists once.
  private static func pattern(_ path: String) -> String {
    let parts = path.split(separator: "/")
    return parts.count == 2 ? path : parts.dropLast().joined(separator: "/")
  }
}
