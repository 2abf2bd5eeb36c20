import Hashing
import System
import Testing

@testable import Writing

/// What a build does depends only on values.
struct BuildDecisionTests {
  /// A build of some vendors, as described by its manifest.
  private struct Build {
    var slugs = ["ada", "bob", "cyd"]
    var rights: [[Int]]?
    var pattern = ["compare/", "-vs-", "/index.html"]
    var files = ["index.html": 1, "robots.txt": 2]
    var vendors: [String: Int] = [:]
    var articles: [String: Int] = [:]
    var program = 1
    var build = 1

    var layout: SiteLayout {
      SiteLayout(
        files: files.keys.sorted(),
        pairs: [
          SiteLayout.PairLayout(
            category: "tools", slugs: slugs, rights: rights, pattern: pattern, isRightFirst: false)
        ], shard: nil)
    }

    var goal: BuildGoal {
      func prints(_ changed: [String: Int]) -> [String: Fingerprint] {
        Dictionary(uniqueKeysWithValues: slugs.map { ($0, print(changed[$0] ?? 0)) })
      }
      return BuildGoal(
        build: print(build), layout: layout, files: files.mapValues(print),
        categories: [
          SiteSources.PairSources(
            program: print(program), vendors: prints(vendors),
            articles: articles.mapValues(print), bytes: 30)
        ])
    }

    var manifest: Manifest {
      var manifest = Manifest(
        tool: "1", output: "/out", goal: goal, previous: nil, layouts: [layout])
      manifest.isComplete = true
      manifest.stamps = ["compare": "stamp"]
      manifest.sources = SiteSources(
        files: goal.files.mapValues { SiteSources.FileState(fingerprint: $0, size: 5) },
        categories: ["tools": goal.categories[0]])
      return manifest
    }

    var standing: OutputState {
      OutputState(
        isEmpty: false, build: print(build), stamps: ["compare": "stamp"],
        sizes: files.mapValues { _ in 5 })
    }

    private func print(_ number: Int) -> Fingerprint {
      Fingerprint(high: UInt64(number), low: 0)
    }
  }

  private func history(_ manifest: Manifest?, shard: Shard? = nil) -> BuildHistory {
    let name = BuildHistory.names(output: "/out", shard).name
    return BuildHistory(manifest.map { [name: $0] } ?? [:], output: "/out", shard: shard)
  }

  private func decide(
    _ new: Build, after old: Build = Build(), standing: OutputState? = nil
  ) -> BuildDecision {
    let standing = standing ?? old.standing
    let history = history(old.manifest)
    return BuildDecision(
      BuildBasis(history, tool: "1", isForced: false, output: standing), new.goal,
      files: new.files.keys.sorted(), layouts: history.layouts, output: standing)
  }

  /// Returns the comparisons that are rendered or checked for existence.
  private func visited(_ decision: BuildDecision, _ build: Build) -> [String] {
    let layout = build.layout.pairs[0]
    return layout.slugs.indices.flatMap { left in
      decision.pairs[0].rights(of: left, in: layout).map {
        "\(layout.slugs[left]) \(layout.slugs[$0])"
      }
    }
  }

  @Test func nothingChanged() {
    let decision = decide(Build())
    #expect(decision.isNothing && decision.reason == nil)
    #expect(decision.files.isEmpty && decision.kept.count == 2 && decision.outdated.isEmpty)
    #expect(visited(decision, Build()).isEmpty)
    let basis = BuildBasis(
      history(Build().manifest), tool: "1", isForced: false, output: Build().standing)
    let unchanged = basis.unchanged(Build().goal.build, shard: nil, Build().standing)
    #expect(unchanged?.files == 5 && unchanged?.bytes == 40)
  }

  @Test(arguments: [
    ("vendor", ["ada bob", "bob cyd"]), ("article", ["ada cyd"]),
    ("program", ["ada bob", "ada cyd", "bob cyd"]),
  ])
  func onlyWhatChangedIsMade(change: String, pairs: [String]) {
    var build = Build()
    if change == "vendor" { build.vendors["bob"] = 7 }
    if change == "article" { build.articles["ada cyd"] = 7 }
    if change == "program" { build.program = 7 }
    let decision = decide(build)
    #expect(visited(decision, build) == pairs)
    #expect(decision.files.isEmpty && !decision.isNothing)
  }

  /// A vendor's fragments are rendered only for a side on which a stale page shows the vendor.
  @Test func onlyTheSidesOfStalePagesAreRendered() {
    func sides(_ change: (inout Build) -> Void) -> [Set<Side>] {
      var build = Build()
      change(&build)
      return build.slugs.indices.map { decide(build).pairs[0].sides(of: $0) }
    }
    #expect(sides { _ in } == [[], [], []])
    #expect(sides { $0.vendors["ada"] = 7 } == [[.left, .right], [.right], [.right]])
    #expect(sides { $0.vendors["bob"] = 7 } == [[.left], [.left, .right], [.right]])
    #expect(sides { $0.articles["ada cyd"] = 7 } == [[.left], [], [.right]])
    #expect(sides { $0.program = 7 } == Array(repeating: [.left, .right], count: 3))
  }

  @Test func filesAreMadeForACause() {
    var build = Build()
    build.files = ["index.html": 9, "robots.txt": 2, "feed.xml": 3]
    var standing = Build().standing
    standing.sizes["robots.txt"] = 4
    let decision = decide(build, standing: standing)
    #expect(
      decision.files == ["index.html": .changed, "robots.txt": .damaged, "feed.xml": .new])
    #expect(decision.outdated == [Build().layout])
  }

  /// A new vendor, a removed vendor, a modified folder, or a different list of pairs.
  @Test(arguments: ["came", "went", "touched", "listed", "moved"])
  func theDiskIsLookedAtAgain(change: String) {
    var (build, standing) = (Build(), Build().standing)
    switch change {
    case "came": build.slugs.append("dee")
    case "went": build.slugs.removeLast()
    case "touched": standing.stamps["compare"] = "another"
    case "listed": build.rights = [[1], [2], []]
    default: build.pattern[1] = "-or-"
    }
    let decision = decide(build, standing: standing)
    let mustRecheck = ["touched", "listed", "moved"].contains(change)
    #expect(decision.pairs[0].mustRecheckDisk == mustRecheck)
    #expect(decision.outdated.isEmpty == (change == "touched"))
    if change == "came" {
      #expect(visited(decision, build) == ["ada dee", "bob dee", "cyd dee"])
    }
    if change == "went" { #expect(visited(decision, build).isEmpty) }
  }

  @Test(arguments: [
    BuildBasis.Reason.forced, .emptyFolder, .noManifest, .otherProgram, .unfinishedBuild,
    .otherOutput,
  ])
  func aBuildThatCountsForNothingIsMadeAgain(reason: BuildBasis.Reason) {
    var manifest: Manifest? = Build().manifest
    var standing = Build().standing
    switch reason {
    case .forced, .otherProgram: break
    case .emptyFolder: standing.isEmpty = true
    case .noManifest: manifest = nil
    case .unfinishedBuild: manifest?.isComplete = false
    case .otherOutput: standing.build = Fingerprint(high: 99, low: 0)
    }
    let basis = BuildBasis(
      history(manifest), tool: reason == .otherProgram ? "2" : "1", isForced: reason == .forced,
      output: standing)
    #expect(basis == .nothing(reason))
    let decision = BuildDecision(
      basis, Build().goal, files: ["index.html"], layouts: [], output: standing)
    #expect(decision.reason == reason && decision.files == ["index.html": .all])
    #expect(visited(decision, Build()) == ["ada bob", "ada cyd", "bob cyd"])
    #expect(basis.unchanged(Build().goal.build, shard: nil, standing) == nil)
  }

  /// While one shard is a build ahead, the others are not rebuilt as a whole.
  @Test func partsFollowEachOther() throws {
    let (first, second) = (try #require(Shard("1/2")), try #require(Shard("2/2")))
    func manifest(_ shard: Shard, _ number: Int, after previous: Int?) -> Manifest {
      var build = Build()
      build.build = number
      var layout = build.layout
      layout.shard = shard
      return Manifest(
        tool: "1", output: "/out", goal: build.goal,
        previous: previous.map { Fingerprint(high: UInt64($0), low: 0) }, layouts: [layout])
    }
    func tells(_ own: Int, _ other: Int, after previous: Int?, output: UInt64) -> Bool {
      let history = BuildHistory(
        [
          BuildHistory.names(output: "/out", first).name: manifest(first, other, after: previous),
          BuildHistory.names(output: "/out", second).name: manifest(second, own, after: nil),
        ], output: "/out", shard: second)
      return history.tells(of: Fingerprint(high: output, low: 0))
    }
    #expect(tells(1, 1, after: nil, output: 1))
    #expect(tells(1, 2, after: 1, output: 2))
    #expect(!tells(1, 3, after: 2, output: 3))
    #expect(!tells(1, 1, after: nil, output: 2))
  }
}
