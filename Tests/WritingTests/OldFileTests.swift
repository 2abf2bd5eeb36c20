import Foundation
import TestSites
import Testing
import Writing

/// A build removes the outdated files of earlier builds, and nothing else.
struct OldFileTests {
  @Test func aVendorThatIsGoneTakesItsFilesAlong() throws {
    let folder = try BuildFolder()
    try folder.build()
    let before = try folder.files()
    try folder.remove(report: "bob")
    let result = try folder.build()
    let after = try folder.files()
    #expect(result.removed == before.keys.count { after[$0] == nil })
    #expect(try after == folder.cleanFiles())
    // No empty folder is left.
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.output)
    #expect(!names.contains { $0.contains("bob") })
  }

  @Test func filesOfOthersStay() throws {
    let folder = try BuildFolder()
    try folder.build()
    let mine = ["compare/ada-vs-bob/notes.txt", "vendors/bob/old.html", "notes.txt"]
    for path in mine { try folder.write("mine", to: path) }
    try folder.remove(report: "bob")
    try folder.build()
    let after = try folder.files()
    #expect(after[BuildFolder.pair] == nil && after["vendors/bob/index.html"] == nil)
    for path in mine { #expect(after[path] == Data("mine".utf8), "\(path)") }
    try folder.build(force: true)
    #expect(try folder.files()["notes.txt"] == Data("mine".utf8))
  }

  @Test func anAddressThatMovedLeavesNothingBehind() throws {
    let folder = try BuildFolder()
    try folder.build()
    let config = try folder.site.read(text: "content/site.yaml")
    try folder.site.write(
      config + #"paths: { comparison: '/\(right)/or/\(left)/', vendor: '/about/\(vendor)/' }"#
        + "\n",
      to: "content/site.yaml")
    try folder.build()
    let after = try folder.files()
    #expect(after["bob/or/ada/index.html"] != nil && after["about/bob/index.html"] != nil)
    #expect(try after == folder.cleanFiles())
    try folder.site.write(config, to: "content/site.yaml")
    try folder.build()
    #expect(try folder.files() == folder.cleanFiles())
  }

  /// A foreign `index.html` is kept, unless the author uses force.
  @Test func aForeignPageIsNotReplaced() throws {
    let folder = try BuildFolder()
    try FileManager.default.createDirectory(
      atPath: folder.output, withIntermediateDirectories: true)
    try folder.write("<p>mine</p>", to: "index.html")
    #expect(throws: OutputFolder.Refusal.self) { try folder.build() }
    #expect(try folder.files() == ["index.html": Data("<p>mine</p>".utf8)])
    try folder.build(force: true)
    #expect(try folder.files() == folder.cleanFiles())
  }

  /// Without its manifest, a build recognizes its own pages by the mark in them.
  @Test(arguments: [nil, "", "{}", "[", "\u{0}"])
  func aManifestThatCannotBeReadIsNone(text: String?) throws {
    let folder = try BuildFolder()
    let first = try folder.build()
    let state = folder.site.folder.path() + "/.versus"
    for name in try folder.manifests() {
      if let text {
        try Data(text.utf8).write(to: URL(filePath: state + "/" + name))
      } else {
        try FileManager.default.removeItem(atPath: state)
      }
    }
    try folder.write("x", to: BuildFolder.pair)
    let result = try folder.build()
    #expect((result.written, result.unchanged) == (1, first.written - 1))
    #expect(try folder.files() == folder.cleanFiles())
  }
}
