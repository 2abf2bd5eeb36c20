import Foundation
import Testing

@testable import Writing

/// Compressed copies beside files that are compressed themselves.
struct PrecompressionTests {
  /// A part of a large sitemap is named like a copy, but is no copy of a file.
  @Test func partsOfTheSitemapStay() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "copies-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let names = ["sitemap-1.xml.gz", "sitemap-12.xml.gz", "gone.xml.gz", "sitemap-old.xml.gz"]
    for name in names { try Data("x".utf8).write(to: folder.appending(path: name)) }
    let copies = try Precompression(folder.path(), jobs: 1, isInterrupted: { false })
    _ = try copies.update()
    _ = try copies.clear()
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
    #expect(left == ["sitemap-1.xml.gz", "sitemap-12.xml.gz"])
  }
}
