import Foundation
import TestSites
import Testing

@Suite struct SnapshotTests {
  private let week = "2026-W14"

  /// Creates a site of two weeks in which all vendors but one have a new report in the second week.
  private func site() throws -> TestSite {
    let site = try TestSite()
    for (vendor, ease) in [("alpha", 3), ("beta", 4), ("carry", 5)] {
      try site.write(
        "---\nname: \(vendor)\nscores: { ease: \(ease) }\n---\n",
        to: "content/reports/2026-W13/\(vendor).md")
    }
    return site
  }

  private func run(
    _ site: TestSite, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Program.Result {
    try Program.run(arguments + ["-s", site.folder.path()], environment: environment)
  }

  private func append(_ text: String, to path: String, of site: TestSite) throws {
    let old = try String(contentsOf: site.folder.appending(path: path), encoding: .utf8)
    try site.write(old + text, to: path)
  }

  @Test func anEditIsNamedAndUndoneItHolds() throws {
    let site = try site()
    #expect(try run(site, ["snapshot", week]).code == 0)
    #expect(try run(site, ["snapshot", "verify", week]).code == 0)
    for path in ["2026-W14/beta.md", "2026-W13/carry.md"] {
      let path = "content/reports/" + path
      let before = try Data(contentsOf: site.folder.appending(path: path))
      try append("\nMore.\n", to: path, of: site)
      let verify = try run(site, ["snapshot", "verify", week, "--format", "json"])
      #expect(verify.code == 4)
      let vendor = path.contains("beta") ? "beta" : "carry"
      #expect(
        verify.output.contains(#""inputs":[{"change":"changed","path":"\#(path)"}]"#),
        "\(verify.output)")
      #expect(
        verify.output.contains(#"{"change":"changed","path":"vendors/\#(vendor)/index.html"}"#))
      #expect(!verify.output.contains("vendors/alpha/index.html"))
      try site.write(before, to: path)
      #expect(try run(site, ["snapshot", "verify", week]).code == 0)
    }
  }

  @Test(arguments: [
    ["TZ": "Asia/Tokyo", "LC_ALL": "de_DE.UTF-8"], ["VERSUS_JOBS": "1"], ["VERSUS_JOBS": "7"],
  ])
  func itHoldsAnywhere(environment: [String: String]) throws {
    let site = try site()
    #expect(try run(site, ["snapshot", week]).code == 0)
    let verify = try run(site, ["snapshot", "verify", week], environment: environment)
    #expect(verify.code == 0 && verify.errors.isEmpty)
    // Freezing the week again gives an equal file.
    #expect(try run(site, ["snapshot", week], environment: environment).code == 0)
  }

  @Test func laterReportsChangeNothing() throws {
    let site = try site()
    #expect(try run(site, ["snapshot", week]).code == 0)
    try site.write("---\nname: New\n---\n", to: "content/reports/2026-W15/new.md")
    #expect(try run(site, ["snapshot", "verify", week]).code == 0)
    #expect(try run(site, ["check", "--strict"]).code == 0)
  }

  @Test func pagesAreNamedWhenTheThemeChanges() throws {
    let site = try site()
    #expect(try run(site, ["snapshot", week]).code == 0)
    try site.write(
      #"\(extends "base")\#n\(block main)\#n<h1>\(left.name)</h1>\#n\(end)\#n"#,
      to: "templates/comparison.html")
    let verify = try run(site, ["snapshot", "verify", week])
    #expect(verify.code == 4)
    #expect(verify.errors.contains("the theme changed"))
    #expect(verify.errors.contains("changed: compare/alpha-vs-*/index.html"))
    #expect(!verify.errors.contains("inputs"))
  }

  /// An edit of a frozen week is an error until the corrections log explains it.
  @Test func editsNeedACorrection() throws {
    let site = try site()
    #expect(try run(site, ["snapshot", week]).code == 0)
    try append("\nMore.\n", to: "content/reports/2026-W14/beta.md", of: site)
    try append("\nMore.\n", to: "content/reports/2026-W13/alpha.md", of: site)
    try site.write("---\nname: Late\n---\n", to: "content/reports/2026-W13/late.md")
    let check = try run(site, ["check"])
    #expect(check.code == 1)
    let errors = check.errors.split(separator: "\n").filter { $0.contains("[frozen-report]") }
    #expect(errors.count == 3)
    // A build refuses whatever `check` refuses.
    let build = try run(site, ["build"])
    #expect(build.code == 1 && build.errors == check.errors)
    #expect(!FileManager.default.fileExists(atPath: site.folder.path() + "/public/index.html"))
    #expect(errors.contains { $0.contains("2026-W14/beta.md' was edited after 2026-W14") })
    #expect(errors.contains { $0.contains("2026-W13/*' was edited") })
    #expect(errors.contains { $0.contains("2026-W13/late.md' was added") })
    let reason = "date: 2026-05-01, wrong: It said less., right: It says more."
    try site.write(
      "- { page: beta, week: 2026-W14, \(reason) }\n- { page: alpha, week: 2026-W13, \(reason) }\n"
        + "- { page: late, \(reason) }\n",
      to: "content/corrections.yaml")
    #expect(try run(site, ["check", "--strict"]).code == 0)
    #expect(try run(site, ["build"]).code == 0)
    // The week holds in all but what was corrected, until it is frozen as it is now.
    let verify = try run(site, ["snapshot", "verify", week])
    #expect(verify.code == 0 && verify.output.contains("holds in all but what was corrected"))
    #expect(verify.output.contains("changed: content/reports/2026-W14/beta.md"))
    let data = try run(site, ["snapshot", "verify", week, "--format", "json"]).output
    #expect(data.contains(#""corrected":{"inputs":[{"#) && data.contains(#""holds":true"#))
  }

  /// A correction explains what was changed after it was written, until the week is frozen again.
  @Test func aCorrectionExplainsOneState() throws {
    let site = try site()
    let beta = "content/reports/2026-W14/beta.md"
    let entry = { (day: Int) in
      "- { date: 2026-05-0\(day), page: beta, wrong: It said less., right: It says more. }\n"
    }
    try site.write(entry(1), to: "content/corrections.yaml")
    #expect(try run(site, ["snapshot", week]).code == 0)
    try append("\nMore.\n", to: beta, of: site)
    let check = try run(site, ["check"])
    #expect(check.code == 1 && check.errors.contains("say why in a new entry of content/"))
    #expect(try run(site, ["snapshot", "verify", week]).code == 4)
    #expect(try run(site, ["snapshot", week]).code == 2)
    try append(entry(2), to: "content/corrections.yaml", of: site)
    #expect(try run(site, ["check"]).code == 0)
    #expect(try run(site, ["snapshot", "verify", week]).code == 0)
    #expect(try run(site, ["snapshot", week]).code == 0)
    let again = try run(site, ["snapshot", "verify", week])
    #expect(again.output == "2026-W14 holds: the same inputs, the same theme, the same pages\n")
    // The next edit needs an entry of its own.
    try append("\nStill more.\n", to: beta, of: site)
    #expect(try run(site, ["check"]).code == 1)
    #expect(try run(site, ["snapshot", "verify", week]).code == 4)
    // So does an edit of anything that no entry names.
    try append(entry(3), to: "content/corrections.yaml", of: site)
    try append("\nMore.\n", to: "content/reports/2026-W14/alpha.md", of: site)
    #expect(try run(site, ["snapshot", "verify", week]).code == 4)
    #expect(try run(site, ["snapshot", week]).code == 2)
  }

  /// A week that holds is not written anew, so that an entry may come before the edit.
  @Test func anEntryMayComeBeforeTheEdit() throws {
    let site = try site()
    #expect(try run(site, ["snapshot", week]).code == 0)
    try site.write(
      "- { date: 2026-05-01, page: beta, wrong: a, right: b }\n", to: "content/corrections.yaml")
    #expect(try run(site, ["snapshot", week]).code == 0)
    try append("\nMore.\n", to: "content/reports/2026-W14/beta.md", of: site)
    #expect(try run(site, ["check"]).code == 0)
  }

  @Test func nothingWritesReportsIntoAFrozenWeek() throws {
    let site = try site()
    #expect(try run(site, ["snapshot", week]).code == 0)
    try site.write("name,ease\nAlpha,9\nNew,3\n", to: "table.csv")
    let table = site.folder.path() + "/table.csv"
    for week in ["2026-W13", "2026-W14"] {
      for more in [[], ["--dry-run"]] {
        let result = try run(site, ["import", table, "--week", week] + more)
        #expect(result.code == 2 && result.errors.contains("content/snapshots/2026-W14.yaml"))
      }
      #expect(try run(site, ["new", "report", "other", week]).code == 2)
    }
    #expect(try run(site, ["new", "week", "2026-W12"]).code == 2)
    #expect(try run(site, ["check"]).code == 0)
    #expect(try run(site, ["import", table, "--week", "2026-W15"]).code == 0)
    #expect(try run(site, ["import", table, "--week", "2026-W14", "--force"]).code == 0)
    #expect(try run(site, ["check"]).code == 1)
  }

  @Test func aRemovedReportIsMissed() throws {
    let site = try site()
    #expect(try run(site, ["snapshot", week]).code == 0)
    try FileManager.default.removeItem(
      at: site.folder.appending(path: "content/reports/2026-W13/carry.md"))
    let check = try run(site, ["check"])
    #expect(check.errors.contains("content/snapshots/2026-W14.yaml:1:1: error:"))
    #expect(check.errors.contains("carry.md' was removed"))
  }

  @Test func listAndUsage() throws {
    let site = try site()
    #expect(try run(site, ["snapshot", "list"]).output.isEmpty)
    #expect(try run(site, ["snapshot", "2026-W13"]).code == 0)
    #expect(try run(site, ["snapshot", week]).code == 0)
    let list = try run(site, ["snapshot", "list"]).output.split(separator: "\n")
    #expect(list.map { $0.prefix(8) } == ["2026-W13", "2026-W14"])
    for arguments in [
      ["2025-W53"], ["verify"], ["verify", "2026-W12"], ["2026-W20"], ["2026-W01"],
    ] {
      #expect(try run(site, ["snapshot"] + arguments).code == 2, "\(arguments)")
    }
  }

  @Test func anotherStateIsNotFrozenOver() throws {
    let site = try site()
    #expect(try run(site, ["snapshot", week]).code == 0)
    try append("\nMore.\n", to: "content/reports/2026-W14/beta.md", of: site)
    #expect(try run(site, ["snapshot", week]).code == 2)
  }
}
