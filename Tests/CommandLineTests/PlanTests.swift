import Foundation
import Planning
import TestSites
import Testing

/// `versus plan` tells the size of a build, and the distance to the limits of hosts.
struct PlanTests {
  private func versus() throws -> Versus {
    let versus = try Versus()
    try FileManager.default.copyItem(
      at: TestSite.fixtures.appending(path: "weeks/content"),
      to: URL(filePath: versus.folder).appending(path: "content"))
    return versus
  }

  /// The plan matches what a build then writes.
  @Test func theNumbersAreThoseOfABuild() throws {
    let versus = try versus()
    let plan = try versus.run("plan", "--format", "json")
    #expect(plan.code == 0)
    let planned = try plan.object()
    let built = try versus.run("build", "--format", "json").object()
    let files = try versus.files(in: "public").filter { !$0.value.isEmpty }
    for key in ["vendors", "comparisons", "pages", "bytes"] {
      #expect(planned[key] as? Int == built[key] as? Int && planned[key] != nil, "\(key)")
    }
    #expect(planned["files"] as? Int == files.count)
    #expect(planned["bytes"] as? Int == files.values.reduce(0) { $0 + $1.count })
    #expect(planned["sitemaps"] as? Int == 1)
    let names = ["vendors", "comparisons", "pages", "files", "bytes", "sitemaps", "limits"]
    #expect(planned.keys.sorted() == names.sorted())
  }

  @Test func eachLimitOfEachHostIsListed() throws {
    let versus = try versus()
    let planned = try versus.run("plan", "--format", "json").object()
    let limits = try #require(planned["limits"] as? [[String: Any]])
    let expected = Planning.Host.allCases.flatMap { host in
      host.limits.map { "\(host.rawValue) \($0.measure.rawValue) \($0.allowed)" }
    }
    #expect(
      limits.map { "\($0["host"] ?? "") \($0["limit"] ?? "") \($0["allowed"] ?? "")" } == expected)
    for limit in limits {
      let isFolder = limit["limit"] as? String == "files-in-one-folder"
      switch limit["limit"] as? String {
      case "files": #expect(limit["planned"] as? Int == planned["files"] as? Int)
      case "bytes": #expect(limit["planned"] as? Int == planned["bytes"] as? Int)
      case "redirects": #expect(limit["planned"] as? Int == 0)
      default: #expect((limit["planned"] as? Int ?? 0) > (isFolder ? 3 : 1_000))
      }
      // The key exists, even if its value is null.
      #expect(limit["breaksAtVendors"] != nil)
    }
  }

  @Test(arguments: Planning.Host.allCases)
  func oneHostIsAskedFor(host: Planning.Host) throws {
    let versus = try versus()
    let plan = try versus.run("plan", "--host", host.rawValue)
    #expect(plan.code == 0)
    let lines = plan.output.split(separator: "\n").map(String.init)
    let pages = try #require(try versus.run("plan", "--format", "json").object()["pages"] as? Int)
    #expect(lines[0] == "3 vendors, 3 comparisons, \(pages) pages")
    let suffix = host.limits.isEmpty ? " no limit known" : ""
    #expect(lines[2] == "\(host.name) (\(host.rawValue)):\(suffix)")
    #expect(lines.count == 3 + host.limits.count)
    for (line, limit) in zip(lines.dropFirst(3), host.limits) {
      #expect(line.hasPrefix("  \(limit.measure.rawValue): "))
      #expect(line.contains(" of \(limit.allowed), ok"), "\(line)")
    }
  }

  /// A site that no build would write is planned all the same: its author wants to know how large.
  @Test func aSiteOfTooManyPagesIsPlanned() throws {
    let versus = try versus()
    let before = try versus.run("plan")
    let site = try versus.read("content/site.yaml")
    try versus.write(site + "maxPages: 2\n", to: "content/site.yaml")
    #expect(try versus.run("build").code == 1)
    for arguments in [["plan"], ["plan", "--host", "github"], ["plan", "--templates"]] {
      let plan = try versus.run(arguments)
      #expect(plan.code == 1 && plan.errors.contains("[too-many-pages]"))
      #expect(plan.output.split(separator: "\n").count >= 3)
    }
    #expect(try versus.run("plan").output == before.output)
    // Any other mistake leaves nothing to plan.
    try versus.write(site + "maxPages: 2\nx: 1\n", to: "content/site.yaml")
    #expect(try versus.run("plan").output.isEmpty)
  }

  @Test func anUnknownHostIsNamed() throws {
    let plan = try versus().run("plan", "--host", "gihub")
    #expect(plan.code == 2)
    #expect(plan.errors.contains("not 'gihub'; did you mean 'github'?"))
  }
}
