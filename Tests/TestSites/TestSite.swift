package import Content
package import Diagnosing
package import Foundation
import Reading

/// A site in a folder of its own, made from the smallest valid site and a test's own files.
package final class TestSite {
  package let folder: URL

  /// The folder `Tests/Sites`.
  package static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sites")

  /// The root of the repository.
  package static let root = fixtures.deletingLastPathComponent().deletingLastPathComponent()

  /// Returns the files of the built-in theme, by path.
  package static func themeFiles() throws -> [(path: String, bytes: [UInt8])] {
    let folder = root.appending(path: "templates")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path()).sorted()
    // A folder has no contents, and is left out.
    return names.compactMap { name in
      FileManager.default.contents(atPath: folder.appending(path: name).path())
        .map { (name, Array($0)) }
    }
  }

  /// - Parameters:
  ///   - overlay: a folder whose files replace those of the base.
  ///   - withoutReports: whether to start without reports, for a test that writes all of its own.
  package init(overlay: URL? = nil, withoutReports: Bool = false) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "versus-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Self.fixtures.appending(path: "base"), to: folder)
    if withoutReports {
      try FileManager.default.removeItem(at: folder.appending(path: "content/reports"))
    }
    guard let overlay else { return }
    for name in try FileManager.default.subpathsOfDirectory(atPath: overlay.path()) {
      let source = overlay.appending(path: name)
      guard !source.hasDirectoryPath, name.hasPrefix("content/") else { continue }
      guard (try? source.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true
      else { continue }
      try write(try Data(contentsOf: source), to: name)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  package func write(_ data: Data, to path: String) throws {
    let target = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: target)
  }

  package func write(_ text: String, to path: String) throws {
    try write(Data(text.utf8), to: path)
  }

  package func read(text path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  package func read() throws -> (library: Library?, diagnostics: Diagnostics) {
    var diagnostics = Diagnostics()
    let reader = ContentReader(folder: try ContentFolder(folder.path()))
    return (try reader.read(into: &diagnostics), diagnostics)
  }
}
