import Foundation
import TestSites
import Testing

@Suite struct DiffTests {
  /// Creates a site of two weeks: one vendor changed, one was renamed, one retired, and one is new.
  private func site() throws -> TestSite {
    let site = try TestSite(withoutReports: true)
    let reports = [
      ("W13/ace", "name: Ace\ntier: gold\nscores: { ease: 5, bugs: 2 }"),
      ("W14/ace", "name: Ace\ntier: silver\nscores: { ease: 8, speed: 1 s }"),
      ("W13/bolt", "name: Bolt\nscores: { ease: 6, bugs: 2 }"),
      ("W14/bolt", "name: Bolt 2\nscores: { ease: 6, bugs: 2 }"),
      ("W13/core", "name: Core"), ("W14/core", "name: Core\nretired: true"),
      ("W14/dash", "name: Dash\nscores: { ease: 1 }"),
    ]
    for (path, text) in reports {
      try site.write("---\n\(text)\n---\n", to: "content/reports/2026-\(path).md")
    }
    return site
  }

  private func run(_ site: TestSite, _ arguments: String...) throws -> Program.Result {
    try Program.run(["diff", "-s", site.folder.path()] + arguments)
  }

  @Test func jsonIsTheContract() throws {
    let result = try run(site(), "2026-W13", "2026-W14", "--format", "json", "-q")
    #expect(result.code == 0 && result.errors.isEmpty)
    let values = [
      #"""
      {"criterion":"scores.ease","from":"5","lead":{"gained":1,"lost":0},"to":"8","vendor":"ace"}
      """#,
      #"""
      {"criterion":"scores.bugs","from":"2","lead":{"gained":0,"lost":0},"to":null,\#
      "vendor":"ace"}
      """#,
      #"""
      {"criterion":"scores.speed","from":null,"lead":{"gained":0,"lost":0},"to":"1 s",\#
      "vendor":"ace"}
      """#,
    ]
    #expect(
      result.output == #"{"added":["dash"],"changed":["# + values.joined(separator: ",")
        + #"],"flipped":[{"from":"bolt","left":"ace","right":"bolt","to":"ace"}],"#
        + #""from":"2026-W13","renamed":[{"from":{"name":"Bolt","vendor":"bolt"},"#
        + #""to":{"name":"Bolt 2","vendor":"bolt"}}],"retired":["core"],"to":"2026-W14"}"# + "\n")
  }

  /// A vendor that another one took the place of goes on under its new slug.
  private func siteOfSuccessors() throws -> TestSite {
    let site = try TestSite(withoutReports: true)
    let reports = [
      ("W13/ace", "name: Ace\nscores: { ease: 5 }"),
      ("W13/zen", "name: Zen\nscores: { ease: 6, bugs: 2 }"),
      // It was renamed twice, and is sorted differently now.
      ("W14/zen", "name: Zen\nretired: true\nrenamedTo: yen"),
      ("W14/yen", "name: Yen\nscores: { ease: 1 }"),
      ("W15/yen", "name: Yen\nretired: true\nrenamedTo: abc"),
      ("W15/abc", "name: Abc\nscores: { ease: 3, bugs: 2 }"),
      ("W13/one", "name: One"), ("W15/one", "name: One\nretired: true\nrenamedTo: both"),
      ("W13/two", "name: Two"), ("W15/two", "name: Two\nretired: true\nrenamedTo: both"),
      ("W15/both", "name: Both"),
    ]
    for (path, text) in reports {
      try site.write("---\n\(text)\n---\n", to: "content/reports/2026-\(path).md")
    }
    return site
  }

  @Test func aRenamedVendorIsOneVendor() throws {
    let site = try siteOfSuccessors()
    #expect(
      try run(site, "2026-W13", "2026-W15").output == """
        2026-W13 → 2026-W15

        Apps
          added (1)
            both
          retired (2)
            one
            two
          renamed (1)
            zen → abc: Zen → Abc
          winners (1)
            abc vs ace: abc → ace
          values (1)
            abc scores.ease: 6/10 → 3/10 (leads: +0 −1)

        """)
    let json = try run(site, "2026-W13", "2026-W15", "--format", "json").output
    #expect(
      json.contains(
        #""renamed":[{"from":{"name":"Zen","vendor":"zen"},"to":{"name":"Abc","vendor":"abc"}}]"#),
      "\(json)")
    #expect(json.contains(#""added":["both"]"#) && json.contains(#""retired":["one","two"]"#))
    #expect(json.contains(#"{"from":"abc","left":"abc","right":"ace","to":"ace"}"#))
    #expect(
      try run(site, "2026-W13", "2026-W14").output.contains("renamed (1)\n    zen → yen: Zen"))
  }

  @Test func thePageOfTheWeekSaysIt() throws {
    let site = try siteOfSuccessors()
    #expect(try Program.run(["build", "-q", "-s", site.folder.path()]).code == 0)
    let page = try site.read(text: "public/changes/2026-W15/index.html")
    #expect(page.contains("<h3>Renamed</h3>"))
    #expect(page.contains("<bdi>Yen</bdi> → <bdi>Abc</bdi>"))
    #expect(!page.contains(">Yen</a>"))
  }

  @Test func textSaysTheSameToPeople() throws {
    let result = try run(site(), "2026-W13", "2026-W14")
    #expect(
      result.output == """
        2026-W13 → 2026-W14

        Apps
          criteria in use (1)
            scores.speed
          added (1)
            dash
          retired (1)
            core
          renamed (1)
            bolt: Bolt → Bolt 2
          winners (1)
            ace vs bolt: bolt → ace
          tiers (1)
            ace: Gold → Silver
          values (3)
            ace scores.ease: 5/10 → 8/10 (leads: +1 −0)
            ace scores.bugs: 2 → no data
            ace scores.speed: no data → 1 s

        """)
    #expect(
      try run(site(), "2026-W14", "2026-W20").output
        == "2026-W14 → 2026-W20: nothing changed\n")
  }

  /// Lists have an order and sets have none; a value may be written in several ways.
  @Test func onlyWhatChangedIsListed() throws {
    let site = try TestSite(withoutReports: true)
    try site.write(
      """
      title: Apps
      winner: { by: none }
      groups:
        g:
          title: G
          criteria:
            s: { label: S, kind: set }
            t: { label: T, kind: set }
            l: { label: L, kind: list }
            p: { label: P, kind: percent }
            d: { label: D, kind: duration }

      """, to: "content/categories/apps.yaml")
    for (week, values) in [
      ("W13", "s: [x, y], t: [x], l: [one, two], p: { of: 15, met: 4 }, d: 90 s"),
      ("W14", "s: [y, x], t: [x, z], l: [two], p: { of: 30, met: 8 }, d: PT1M30S"),
    ] {
      try site.write(
        "---\nname: Ace\ng: { \(values) }\n---\n", to: "content/reports/2026-\(week)/ace.md")
    }
    let result = try run(site, "2026-W13", "2026-W14", "--format", "json", "-q")
    #expect(
      result.output.contains(
        #""changed":[{"criterion":"g.t","from":["x"],"lead":null,"to":["x","z"],"vendor":"ace"},"#
          + #"{"criterion":"g.l","from":["one","two"],"lead":null,"to":["two"],"vendor":"ace"}]"#),
      "\(result.output)")
  }

  @Test(arguments: [["2026-W13"], ["2026-W13", "2025-W53"], ["2026-W13", "now"]])
  func wrongWeeks(_ weeks: [String]) throws {
    let result = try Program.run(["diff", "-s", site().folder.path()] + weeks)
    #expect(result.code == 2 && result.output.isEmpty)
  }

  @Test func wrongContentIsReported() throws {
    let site = try site()
    try site.write("title: x\n", to: "content/site.yaml")
    let result = try run(site, "2026-W13", "2026-W14", "--format", "json")
    #expect(result.code == 1)
    #expect(result.output.hasPrefix(#"{"diagnostics":"#))
  }
}
