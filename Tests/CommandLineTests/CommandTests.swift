import Foundation
import TestSites
import Testing

struct CommandTests {
  /// Exit codes are a contract.
  @Test(
    arguments: [
      ([], 2), (["help"], 0), (["help", "build"], 0), (["help", "bild"], 2), (["version"], 0),
      (["--version"], 0), (["bild"], 2), (["build", "--outptu", "x"], 2),
      (["build", "--jobs", "0"], 2),
      (["build", "--format", "xml"], 2), (["build", "extra"], 2), (["build", "-o"], 2),
      (["check", "-s", "/nonexistent"], 2), (["completion", "tcsh"], 2),
      (["schema", "template", "x"], 2),
      (["schema", "report"], 0), (["explain", "a"], 2), (["new", "vender", "x"], 2),
    ] as [([String], Int32)])
  func exitCodes(arguments: [String], code: Int32) throws {
    #expect(try Program.run(arguments).code == code)
  }

  @Test func aMisspeltOptionGetsAHint() throws {
    #expect(
      try Program.run(["build", "--outptu", "x"]).errors.contains("did you mean '--output'?"))
  }

  /// Two builds give equal bytes, whatever the number of jobs, the time zone and the locale.
  @Test(arguments: [
    ["TZ": "Asia/Tokyo", "LC_ALL": "de_DE.UTF-8"], ["VERSUS_JOBS": "1"], ["VERSUS_JOBS": "7"],
  ])
  func theSameInputGivesTheSameBytes(environment: [String: String]) throws {
    let site = try TestSite()
    let path = site.folder.path()
    #expect(try Program.run(["build", "-s", path, "-o", path + "/one"]).code == 0)
    #expect(
      try Program.run(["build", "-s", path, "-o", path + "/two"], environment: environment).code
        == 0)
    let (one, two) = (
      try Versus.files(below: path + "/one"), try Versus.files(below: path + "/two")
    )
    #expect(one == two)
    #expect(one.count > 8)
  }

  /// A rate would be meaningless if no pages were rendered.
  @Test func aBuildWithNothingToDoHasNoRate() throws {
    let site = try TestSite()
    let path = site.folder.path()
    #expect(try Program.run(["build", "-s", path]).output.contains(" pages/s, peak memory "))
    let second = try Program.run(["build", "-s", path]).output
    #expect(second.contains("nothing to do") && second.contains("B, peak memory "), "\(second)")
    #expect(!second.contains("pages/s"))
  }

  @Test func aSecondBuildWritesNothingAndOldPagesGo() throws {
    let site = try TestSite()
    let path = site.folder.path()
    let first = try Program.run(["build", "-s", path, "--format", "json"]).object()
    #expect(first["comparisons"] as? Int == 1)
    let second = try Program.run(["build", "-s", path, "--format", "json"]).object()
    #expect(second["written"] as? Int == 0)
    #expect(second["unchanged"] as? Int == first["written"] as? Int)
    try site.write("kept", to: "public/own.txt")
    try FileManager.default.removeItem(atPath: path + "/content/reports/2026-W14/beta.md")
    let third = try Program.run(["build", "-s", path, "--format", "json"]).object()
    // The comparison, the vendor's page, data, feed and badge, both pages of alternatives, and
    // these three pages as Markdown.
    #expect(third["removed"] as? Int == 10)
    #expect(!FileManager.default.fileExists(atPath: path + "/public/compare/alpha-vs-beta"))
    #expect(FileManager.default.fileExists(atPath: path + "/public/own.txt"))
  }

  @Test(arguments: ["", "/content", "/content/reports", "/repository"])
  func anOutputFolderThatCouldHoldWorkIsRefused(output: String) throws {
    let site = try TestSite()
    try site.write("", to: "repository/.git/HEAD")
    let path = site.folder.path()
    #expect(try Program.run(["build", "-s", path, "-o", path + output]).code == 2)
    #expect(!FileManager.default.fileExists(atPath: path + output + "/index.html"))
  }

  @Test func filesOfOthersAreNotReplaced() throws {
    let site = try TestSite()
    try site.write("mine", to: "public/index.html")
    let path = site.folder.path()
    #expect(try Program.run(["build", "-s", path]).code == 2)
    #expect(try String(contentsOfFile: path + "/public/index.html", encoding: .utf8) == "mine")
  }

  @Test func aFailingBuildLeavesTheLastSite() throws {
    let site = try TestSite()
    let path = site.folder.path()
    #expect(try Program.run(["build", "-s", path]).code == 0)
    let before = try Versus.files(below: path + "/public")
    try site.write("title: Broken\n", to: "content/site.yaml")
    let build = try Program.run(["build", "-s", path, "--format", "json"])
    #expect(build.code == 1)
    #expect((try build.object()["diagnostics"] as? [Any])?.count == 1)
    #expect(try Versus.files(below: path + "/public") == before)
  }

  /// Y-02
  @Test(arguments: ["/etc/passwd", "/nonexistent", "../../../../../etc"])
  func aLinkOutOfTheContentIsAnError(target: String) throws {
    let site = try TestSite()
    let path = site.folder.path()
    try FileManager.default.createSymbolicLink(
      atPath: path + "/content/reports/2026-W14/gamma.md", withDestinationPath: target)
    let check = try Program.run(["check", "-s", path])
    #expect(check.code == 1)
    #expect(check.errors.contains("gamma.md:1:1: error: this link leads out"))
  }

  /// Y-03: two links to a parent folder would double the paths at each level.
  @Test func linksInACircleEnd() throws {
    let site = try TestSite()
    let assets = site.folder.path() + "/content/assets"
    try FileManager.default.createDirectory(atPath: assets, withIntermediateDirectories: true)
    for name in ["x", "y"] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(assets)/\(name)", withDestinationPath: "..")
    }
    #expect(try Program.run(["check", "-s", site.folder.path()]).code == 0)
  }

  @Test func explainGivesValuesWithTheirPlaces() throws {
    let site = try TestSite()
    let explanation = try Program.run([
      "explain", "beta", "alpha", "-s", site.folder.path(), "--format", "json",
    ]).object()
    #expect(explanation["left"] as? String == "alpha")
    #expect(explanation["winner"] is NSNull)
    #expect(explanation["reason"] as? String == "tie")
    let groups = try #require(explanation["groups"] as? [[String: Any]])
    let row = try #require((groups[0]["rows"] as? [[String: Any]])?.first)
    #expect(row["lead"] as? String == "tie")
    let left = try #require(row["left"] as? [String: Any])
    #expect(left["value"] as? String == "7")
    #expect(left["shown"] as? String == "7/10")
    #expect(left["file"] as? String == "content/reports/2026-W14/alpha.md")
    #expect(left["line"] as? Int == 5)
  }

  @Test(arguments: ["json", "sarif", "github"])
  func machineFormatsAreWellFormed(format: String) throws {
    let site = try TestSite(overlay: TestSite.fixtures.appending(path: "broken/twenty-mistakes"))
    let run = try Program.run(["check", "-s", site.folder.path(), "--format", format])
    #expect(run.code == 1)
    #expect(run.errors.isEmpty)
    if format == "github" {
      #expect(
        run.output.split(separator: "\n").count { $0.hasPrefix("::error file=content/") } == 20)
      return
    }
    let object = try run.object()
    let runs = object["runs"] as? [[String: Any]]
    let entries = object["diagnostics"] as? [Any] ?? runs?.first?["results"] as? [Any]
    #expect(entries?.count == 20)
  }
}
