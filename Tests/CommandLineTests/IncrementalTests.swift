import Foundation
import TestSeeds
import TestSites
import Testing

/// An incremental build gives the same site as a clean build.
struct IncrementalTests {
  private func times(_ versus: Versus, _ files: [String: Data]) throws -> [String: Date] {
    try files.mapValues { _ in Date() }.reduce(into: [:]) { times, file in
      let attributes = try FileManager.default.attributesOfItem(
        atPath: "\(versus.folder)/public/\(file.key)")
      times[file.key] = attributes[.modificationDate] as? Date
    }
  }

  @Test(arguments: Seeds.first(6))
  func incrementalIsClean(seed: UInt64) throws {
    var site = try RandomSite(seed: seed)
    #expect(try site.versus.run("build").code == 0)
    var edits: [String] = []
    for _ in 0..<12 {
      let before = try site.versus.files(in: "public").filter { !$0.value.isEmpty }
      let timesBefore = try times(site.versus, before)
      edits.append(try site.edit())
      let build = try site.versus.run("build", "--format", "json")
      #expect(build.code == 0, "seed \(seed), \(edits): \(build.output)\(build.errors)")
      let result = try build.object()
      let clean = try site.versus.run("build", "-o", "clean", "--format", "json").object()
      let (after, wanted) = (
        try site.versus.files(in: "public"), try site.versus.files(in: "clean")
      )
      let different = Set(after.keys).union(wanted.keys).filter { after[$0] != wanted[$0] }.sorted()
      #expect(different == [], "seed \(seed), \(edits)")
      // Unchanged files were not touched, and the build reports the right numbers.
      let timesAfter = try times(site.versus, before.filter { after[$0.key] != nil })
      var written = 0
      for (path, bytes) in after where !bytes.isEmpty {
        if before[path] == bytes {
          #expect(timesAfter[path] == timesBefore[path], "seed \(seed), \(edits): \(path)")
        } else {
          written += 1
        }
      }
      #expect(result["written"] as? Int == written, "seed \(seed), \(edits)")
      #expect(result["bytes"] as? Int == clean["bytes"] as? Int, "seed \(seed), \(edits)")
      #expect(
        result["removed"] as? Int == before.keys.count { after[$0] == nil },
        "seed \(seed), \(edits)")
      try site.versus.remove("clean")
      let again = try site.versus.run("build", "--format", "json").object()
      #expect(again["written"] as? Int == 0 && again["removed"] as? Int == 0)
    }
    #expect(try site.versus.run("build", "--verify").code == 0)
  }

  /// A vendor's page may read its comparisons in a loop, elsewhere, or both.
  @Test(arguments: [
    #"\(for item in comparisons)<a href="\(item.url)">\(item.text)</a>\(end)"#,
    #"\(if let item = comparisons.first, let good = item.vendor.pros.first)\(good)\(end)"#,
    #"""
    \(let all = comparisons)\(for item in all)\(for good in item.vendor.pros)\(good)\(end)\(end)
    """#,
    #"\(for item in comparisons)\(item.vendor.name)\(end) \(comparisons.last?.winnerName ?? "-")"#,
  ])
  func listsOfPartnersAreUpToDate(body: String) throws {
    var site = try RandomSite(seed: 4)
    let versus = site.versus
    try versus.write(
      #"<!doctype html><html lang="en"><head><title>\(page.title)</title></head><body>"#
        + #"\(if !comparisons.isEmpty)\#(body)\(end)</body></html>"#,
      to: "templates/vendor.html")
    #expect(try versus.run("build").code == 0)
    try site.changeReports { name in
      let build = try versus.run("build")
      let check = try versus.run("build", "--verify")
      #expect(build.code == 0 && check.code == 0, "\(name)")
    }
  }

  /// No comparison shows the text of a report.
  @Test func aBodyChangesNoComparison() throws {
    let site = try RandomSite(seed: 1)
    #expect(try site.versus.run("build").code == 0)
    let path = "content/reports/2026-W14/ada.md"
    try site.versus.write(try site.versus.read(path) + "\nMore.\n", to: path)
    let result = try site.versus.run("build", "--format", "json").object()
    // The vendor's page, and the same as Markdown.
    #expect(result["written"] as? Int == 2)
  }

  /// A twin is made from its page, even when the page is up to date.
  @Test func aMissingTwinIsMadeAgain() throws {
    let site = try RandomSite(seed: 1)
    #expect(try site.versus.run("build").code == 0)
    let path = "public/vendors/ada/index.md"
    let twin = try site.versus.read(path)
    try site.versus.write("damaged", to: path)
    let result = try site.versus.run("build", "--format", "json").object()
    #expect(result["written"] as? Int == 1)
    #expect(try site.versus.read(path) == twin)
  }

  @Test func verifyNamesWhatIsNotAsABuildWouldWriteIt() throws {
    let site = try RandomSite(seed: 2)
    #expect(try site.versus.run("build").code == 0)
    try site.versus.write("x", to: "public/compare/ada-vs-bob/index.html")
    try site.versus.remove("public/vendors/cyd/index.html")
    let found = try site.versus.run("build", "--verify", "--format", "json")
    #expect(found.code == 4)
    #expect(
      try found.object()["different"] as? [String] == [
        "compare/ada-vs-bob/index.html", "vendors/cyd/index.html",
      ])
    #expect(try site.versus.run("build", "--force").code == 0)
    #expect(try site.versus.run("build", "--verify").code == 0)
  }

  /// An ordinary build does not notice a page deleted from a folder that still exists.
  @Test func verifyNamesAMissingPageAndWhatToRun() throws {
    let site = try RandomSite(seed: 4)
    #expect(try site.versus.run("build").code == 0)
    let before = try site.versus.files(in: "public")
    let page = "public/compare/ada-vs-bob/index.html"
    try site.versus.remove(page)
    try site.versus.write("x", to: "public/index.html")
    let verify = try site.versus.run("build", "--verify")
    #expect(verify.code == 4)
    #expect(verify.errors.contains("\(page): is missing\n"), "\(verify.errors)")
    #expect(verify.errors.contains("public/index.html: differs\n"), "\(verify.errors)")
    #expect(
      verify.output
        == "2 files not as a build would leave them; 'versus build --force' fixes that\n")
    let json = try site.versus.run("build", "--verify", "--format", "json").object()
    #expect(json["missing"] as? [String] == ["compare/ada-vs-bob/index.html"])
    #expect(try site.versus.run("build", "--force").code == 0)
    #expect(try site.versus.files(in: "public") == before)
  }

  /// A build searches a folder that lost a page, even if no source changed.
  @Test func aPageThatWasTakenAwayComesBack() throws {
    let site = try RandomSite(seed: 3)
    #expect(try site.versus.run("build").code == 0)
    let before = try site.versus.files(in: "public")
    try site.versus.remove("public/compare/ada-vs-bob")
    #expect(try site.versus.run("build").code == 0)
    #expect(try site.versus.files(in: "public") == before)
  }
}

/// The shards of a build, written by separate processes, add up to the whole site.
struct ShardTests {
  @Test(arguments: [1, 2, 3, 7])
  func partsAreTheWhole(count: Int) throws {
    let seed = Seeds.one(UInt64(count))
    var site = try RandomSite(seed: seed)
    for _ in 0..<3 {
      #expect(try site.versus.run("build", "-o", "whole").code == 0)
      var pages = 0
      for index in 1...count {
        let part = try site.versus.run(
          "build", "-o", "parts", "--shard", "\(index)/\(count)", "--format", "json")
        #expect(part.code == 0)
        pages += try part.object()["written"] as? Int ?? 0
      }
      let (parts, whole) = (try site.versus.files(in: "parts"), try site.versus.files(in: "whole"))
      #expect(parts == whole, "seed \(seed)")
      // No page was written by more than one shard.
      #expect(pages <= whole.count, "seed \(seed)")
      _ = try site.edit()
    }
  }

  /// A whole build can follow its shards, and shards can follow a whole build.
  @Test func wholeAndPartsFollowEachOther() throws {
    let seed = Seeds.one(9)
    var site = try RandomSite(seed: seed)
    for round in 0..<4 {
      if round % 2 == 0 {
        #expect(try site.versus.run("build").code == 0)
      } else {
        for index in 1...2 {
          #expect(try site.versus.run("build", "--shard", "\(index)/2").code == 0)
        }
      }
      #expect(try site.versus.run("build", "-o", "clean-\(round)").code == 0)
      let after = try site.versus.files(in: "public")
      #expect(try after == site.versus.files(in: "clean-\(round)"), "seed \(seed)")
      for _ in 0..<3 { _ = try site.edit() }
    }
  }
}

/// The next build repairs the output of a build killed at any moment.
struct KilledBuildTests {
  /// 60 builds, killed after 0 to 60 ms, each after an edit.
  @Test(arguments: Seeds.first(3))
  func theNextBuildRepairs(seed: UInt64) throws {
    var site = try RandomSite(seed: 100 + seed)
    for round in 0..<30 {
      try site.versus.write(
        "---\nname: V\(round)\nscores: { speed: \(round) }\n---\n",
        to: "content/reports/2026-W14/extra-\(round).md")
    }
    #expect(try site.versus.run("build").code == 0)
    var killed = 0
    for round in 0..<20 {
      _ = try site.edit()
      let build = try Program.run(["build"], in: site.versus.folder) { process in
        usleep(UInt32(round * 6_000))
        kill(process.processIdentifier, SIGKILL)
      }
      if build.code == SIGKILL { killed += 1 }
      // No page is truncated.
      for (path, bytes) in try site.versus.files(in: "public")
      where path.hasSuffix(".html") && !path.contains(".versus-new") {
        #expect(bytes.suffix(8) == Data("</html>\n".utf8), "\(path)")
      }
    }
    #expect(killed > 5)
    #expect(try site.versus.run("build").code == 0)
    #expect(try site.versus.run("build", "-o", "clean").code == 0)
    let after = try site.versus.files(in: "public")
    #expect(after == (try site.versus.files(in: "clean")))
  }
}

/// Builds started at the same time do not interfere with each other.
struct TogetherTests {
  @Test func theSecondWaitsForTheFirst() throws {
    let site = try RandomSite(seed: 5)
    let versus = site.versus
    for number in 0..<60 {
      try versus.write(
        "---\nname: V\(number)\nscores: { speed: \(number) }\n---\n",
        to: "content/reports/2026-W14/extra-\(number).md")
    }
    var others: [Program.Result] = []
    let first = try Program.run(["build"], in: versus.folder) { _ in
      for _ in 0..<2 { others.append(try Program.run(["build"], in: versus.folder)) }
    }
    #expect(first.code == 0 && others.map(\.code) == [0, 0], "\(first.errors)\(others)")
    #expect(([first] + others).contains { $0.errors.contains("waiting for another build") })
    #expect(try versus.run("build", "--verify").code == 0)
  }
}
