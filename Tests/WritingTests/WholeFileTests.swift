import Foundation
import Testing
import Writing

/// A build leaves only complete files, and touches only files that change.
struct WholeFileTests {
  @Test func theFirstBuildWritesEveryFile() throws {
    let folder = try BuildFolder()
    let result = try folder.build()
    let files = try folder.files()
    #expect(result.written == files.count)
    #expect((result.unchanged, result.removed) == (0, 0))
    #expect(result.bytes == files.values.reduce(0) { $0 + $1.count })
    #expect((result.vendors, result.comparisons) == (5, 10))
    #expect(files.keys.filter { $0.hasPrefix("compare/") && $0.contains("-vs-") }.count == 10)
    #expect(!files.keys.contains { $0.contains("versus-new") })
  }

  @Test func theSecondBuildTouchesNothing() throws {
    let folder = try BuildFolder()
    let first = try folder.build()
    let before = try folder.stamps()
    let second = try folder.build()
    #expect((second.written, second.unchanged) == (0, first.written))
    #expect(second.bytes == first.bytes)
    #expect(try folder.stamps() == before)
  }

  /// The files whose bytes changed are those whose stamps changed, and the result counts them.
  @Test func onlyFilesThatChangeAreTouched() throws {
    let folder = try BuildFolder()
    try folder.build()
    let (before, stamps) = (try folder.files(), try folder.stamps())
    try folder.report("bob", ease: 9)
    let result = try folder.build()
    let (after, newStamps) = (try folder.files(), try folder.stamps())
    let changed = after.keys.filter { before[$0] != after[$0] }.sorted()
    #expect(after.keys.filter { stamps[$0] != newStamps[$0] }.sorted() == changed)
    #expect(result.written == changed.count)
    #expect(changed.contains(BuildFolder.pair))
    #expect(!changed.contains("compare/ada-vs-cyd/index.html"))
    #expect(result.bytes == after.values.reduce(0) { $0 + $1.count })
    #expect(try after == folder.cleanFiles())
  }

  /// Only the vendor's page shows the text of a report.
  @Test func aReportsTextMakesNoComparisonStale() throws {
    let folder = try BuildFolder()
    try folder.build()
    try folder.report("bob", ease: 1, text: "Another text.")
    let stamps = try folder.stamps()
    #expect(try folder.build().written == 2)
    let changed = try folder.stamps().filter { stamps[$0.key] != $0.value }
    #expect(changed.keys.sorted() == ["vendors/bob/index.html", "vendors/bob/index.md"])
  }

  /// Another version of the program may render different pages, so every page is compared; pages
  /// with equal bytes are not written.
  @Test func anotherToolLooksAtEveryPage() throws {
    let folder = try BuildFolder()
    let first = try folder.build()
    let page = "compare/cyd-vs-dee/index.html"
    try folder.write("x", to: page)
    #expect(try folder.build().written == 0, "a page edited by hand goes unnoticed")
    let result = try folder.build(tool: "2")
    #expect((result.written, result.unchanged) == (1, first.written - 1))
    #expect(try folder.files() == folder.cleanFiles())
  }

  @Test func verifyNamesWhatABuildWouldChange() throws {
    let folder = try BuildFolder()
    try folder.build()
    #expect(try folder.writer().verify() == [])
    try folder.write("x", to: BuildFolder.pair)
    try folder.remove("vendors/cyd/index.html")
    try folder.remove(report: "eve")
    let found = try folder.writer().verify()
    let kinds = Dictionary(uniqueKeysWithValues: found.map { ($0.path, $0.kind) })
    #expect(kinds[BuildFolder.pair] == .differs)
    #expect(kinds["vendors/cyd/index.html"] == .missing)
    #expect(kinds["compare/ada-vs-eve/index.html"] == .outdated)
    try folder.build(force: true)
    #expect(try folder.writer().verify() == [])
  }

  /// Deleted output is restored, as far as stamps reveal the deletion.
  @Test(arguments: [
    "compare/ada-vs-bob", "vendors/cyd/index.html", "index.html", "compare", "vendors",
  ])
  func whatIsDeletedComesBack(path: String) throws {
    let folder = try BuildFolder()
    try folder.build()
    let before = try folder.files()
    try folder.remove(path)
    let lost = before.count - (try folder.files().count)
    #expect(try folder.build().written == lost)
    #expect(try folder.files() == before)
  }
}
