import Foundation
import TestSeeds
import Testing

@testable import Reading

struct ContentFolderTests {
  private static let files = [
    "B.md", "a.md", "aa.md", "b.md", "b/a.md", "b/b/z.md", "zz/0.md", "é.md",
  ]
  /// Links to folders that are also listed under their own names.
  private static let links = ["a": "b", "zz/up": "..", "c": "b/b", "d": "zz"]

  /// The files are in memory, where a folder lists the newest file first.
  @Test(arguments: Seeds.first(8))
  func filesAreInByteOrder(seed: UInt64) throws {
    var numbers = SplitMix(seed: seed)
    let root = URL(filePath: "/dev/shm").appending(path: "versus-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    for name in (Self.files + Self.links.keys.sorted()).shuffled(using: &numbers) {
      let file = root.appending(path: "content/" + name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      if let target = Self.links[name] {
        try FileManager.default.createSymbolicLink(
          atPath: file.path(), withDestinationPath: target)
      } else {
        try Data().write(to: file)
      }
    }
    let found = try ContentFolder(root.path()).files(below: "content")
    #expect(found == Self.files.map { "content/" + $0 })
  }
}
