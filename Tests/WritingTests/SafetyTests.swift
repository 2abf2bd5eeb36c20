import Foundation
import System
import TestSites
import Testing
import Writing

/// A build writes only into its output folder, whatever is there (Y-02).
struct SafetyTests {
  private func secret(in folder: BuildFolder) throws -> String {
    let path = folder.site.folder.path() + "/secret"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Data("secret".utf8).write(to: URL(filePath: path + "/index.html"))
    return path
  }

  private func expectSecret(_ path: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
    #expect(names == ["index.html"])
    #expect(FileManager.default.contents(atPath: path + "/index.html") == Data("secret".utf8))
  }

  /// A page that became a link is replaced; the target of the link is not touched.
  @Test func aLinkInPlaceOfAPageIsReplaced() throws {
    let folder = try BuildFolder()
    try folder.build()
    let before = try folder.files()
    let secret = try secret(in: folder)
    for page in ["index.html", BuildFolder.pair] {
      try folder.remove(page)
      try folder.link(page, to: secret + "/index.html")
    }
    try folder.build(force: true)
    try expectSecret(secret)
    #expect(try folder.files() == before)
    let type = try FileManager.default.attributesOfItem(atPath: folder.output + "/index.html")
    #expect(type[.type] as? FileAttributeType == .typeRegular)
  }

  /// No file is written through a folder that became a link.
  @Test(arguments: ["compare", "compare/ada-vs-bob", "vendors/bob"])
  func aLinkInPlaceOfAFolderIsRefused(path: String) throws {
    let folder = try BuildFolder()
    try folder.build()
    let secret = try secret(in: folder)
    try folder.remove(path)
    try folder.link(path, to: secret)
    let failure = #expect(throws: FileFailure.self) { try folder.build(force: true) }
    #expect("\(failure.map { "\($0)" } ?? "")".contains("will not write through"))
    try expectSecret(secret)
  }

  @Test func aLinkInPlaceOfTheStateIsRefused() throws {
    let folder = try BuildFolder()
    let secret = try secret(in: folder)
    try FileManager.default.createSymbolicLink(
      atPath: folder.site.folder.path() + "/.versus", withDestinationPath: secret)
    #expect(throws: OutputFolder.Refusal.self) { try folder.build() }
    try expectSecret(secret)
    #expect(try folder.files().isEmpty)
  }

  /// An old page that became a link is kept, because somebody else made the link.
  @Test func anOldPageThatIsALinkStays() throws {
    let folder = try BuildFolder()
    try folder.build()
    let secret = try secret(in: folder)
    try folder.remove(BuildFolder.pair)
    try folder.link(BuildFolder.pair, to: secret + "/index.html")
    try folder.remove(report: "bob")
    try folder.build()
    try expectSecret(secret)
    #expect(
      (try? FileManager.default.destinationOfSymbolicLink(
        atPath: folder.output + "/" + BuildFolder.pair)) != nil)
  }

  private static let refused = [
    ("/", "is the root"), ("", "contains the content"), ("content", "is inside the content"),
    ("content/public", "is inside the content"), ("checkout", "contains a .git"),
  ]

  @Test(arguments: refused)
  func theFolderIsRefused(path: String, reason: String) throws {
    let folder = try BuildFolder()
    let source = folder.site.folder.path()
    try folder.site.write("", to: "checkout/.git/config")
    let output = path == "/" ? path : source + "/" + path
    let refusal = #expect(throws: OutputFolder.Refusal.self) {
      try OutputFolder(output, source: source)
    }
    #expect(refusal?.description.contains(reason) == true, "\(refusal?.description ?? "")")
  }

  /// A folder beside the content is separate, even if its name begins with the content folder's.
  @Test func aNeighbourIsAllowed() throws {
    let folder = try BuildFolder()
    let source = folder.site.folder.path()
    #expect(try OutputFolder(source + "/content-public", source: source).path.hasSuffix("-public"))
  }
}
