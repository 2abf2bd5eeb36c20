import Foundation
import TestSites
import Testing
import Writing

/// Later builds know the output of earlier ones, whether those ended, built a shard, or were
/// interrupted.
struct HistoryTests {
  /// However many pages an interrupted build wrote, the next build writes the rest.
  @Test(arguments: [0, 1, 2, 5, 20])
  func aBuildThatIsInterruptedIsRepaired(pages: Int) throws {
    let folder = try BuildFolder()
    try folder.build()
    try folder.remove(report: "bob")
    for slug in ["ada", "cyd"] { try folder.report(slug, ease: 8) }
    try folder.report("new", ease: 3)
    #expect(throws: SiteWriter.Interrupted.self) {
      try folder.writer(interruptedAfter: pages).write()
    }
    // The layout before the interrupted build is not forgotten: pages of 'bob' are still removed.
    try folder.remove(report: "new")
    try folder.build()
    #expect(try folder.files() == folder.cleanFiles())
    #expect(try folder.build().written == 0)
  }

  @Test func aFirstBuildThatIsInterruptedIsRepaired() throws {
    let folder = try BuildFolder()
    #expect(throws: SiteWriter.Interrupted.self) {
      try folder.writer(interruptedAfter: 10).write()
    }
    try folder.remove(report: "bob")
    try folder.build()
    #expect(try folder.files() == folder.cleanFiles())
  }

  /// Each output folder has its own history.
  @Test func foldersAreKeptApart() throws {
    let folder = try BuildFolder()
    let other = folder.site.folder.path() + "/other"
    try folder.build()
    let first = try folder.build(to: other)
    #expect(first.written > 0 && first.unchanged == 0)
    #expect(try folder.manifests().count == 2)
    try folder.report("bob", ease: 9)
    let written = try folder.build().written
    #expect(written > 0)
    #expect(try folder.build(to: other).written == written)
    #expect(try folder.build().written == 0)
  }

  /// The shards together are the whole site; each page is written once.
  @Test(arguments: [1, 2, 3, 7])
  func shardsAreTheWhole(count: Int) throws {
    let folder = try BuildFolder()
    let clean = try folder.cleanFiles()
    var written = 0
    for index in (1...count).reversed() {
      written += try folder.build(shard: "\(index)/\(count)").written
    }
    #expect(try folder.files() == clean)
    #expect(written == clean.count)
    for index in 1...count { #expect(try folder.build(shard: "\(index)/\(count)").written == 0) }
  }

  /// A shard removes outdated files of its own part, and leaves other parts alone.
  @Test func aShardAnswersForItsOwnPart() throws {
    let folder = try BuildFolder()
    for index in 1...2 { try folder.build(shard: "\(index)/2") }
    try folder.remove(report: "eve")
    let removed = try (1...2).map { try folder.build(shard: "\($0)/2").removed }
    #expect(removed.allSatisfy { $0 > 0 })
    #expect(try folder.files() == folder.cleanFiles())
  }

  /// After shards, a whole build knows the state of every page; the reverse holds as well.
  @Test func wholeBuildsAndShardsFollowEachOther() throws {
    let folder = try BuildFolder()
    try folder.build()
    try folder.report("bob", ease: 9)
    for index in 1...2 { try folder.build(shard: "\(index)/2") }
    #expect(try folder.files() == folder.cleanFiles())
    try folder.report("bob", ease: 1)
    try folder.remove(report: "cyd")
    try folder.build()
    #expect(try folder.files() == folder.cleanFiles())
    // The shards' manifests are gone, so that no later build relies on them.
    #expect(try folder.manifests().count { $0.contains("-of-") } == 0)
    try folder.report("bob", ease: 9)
    for index in 1...2 { try folder.build(shard: "\(index)/2") }
    #expect(try folder.files() == folder.cleanFiles())
  }

  @Test(arguments: ["", "1", "0/1", "2/1", "1/0", "-1/2", "1/10001", "a/b", "1/2/3", "/"])
  func otherTextIsNoShard(text: String) { #expect(Shard(text) == nil) }

  @Test func theLargestShardIsOne() {
    #expect(Shard("10000/10000")?.index == 10_000)
    #expect(Shard("1/1")?.count == 1)
  }
}
