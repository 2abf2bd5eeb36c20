import Foundation
import TestSites
import Testing

/// `versus list` names what there is, and what needs work.
@Suite struct ListTests {
  /// A site of W20 with a current, a stale and a retired vendor, one that is a draft, and a vendor
  /// of a second category.
  private func site() throws -> TestSite {
    let site = try TestSite(withoutReports: true)
    try site.write(
      "title: Base\nbaseURL: https://example.org/\nstaleAfterWeeks: 4\n",
      to: "content/site.yaml")
    try site.write(
      "title: Tools\nwinner: { by: none }\npairs: listed\n"
        + "groups: { g: { title: G, criteria: { x: { label: X, kind: text } } } }\n",
      to: "content/categories/tools.yaml")
    let full =
      "offline: unknown, price: free, share: 5, since: 2020-01-01, "
      + "rating: { value: 4, max: 5, count: 9 }"
    let reports = [
      (
        "W20/ace",
        "name: Ace\ncategory: apps\nscores: { ease: 8, bugs: 1, speed: 1 s }"
          + "\nfeatures: { \(full) }"
      ),
      (
        "W10/bolt",
        "name: Bolt\ncategory: apps\nscores: { ease: 6, bugs: 2, speed: 2 s }"
          + "\nfeatures: { \(full) }"
      ),
      ("W10/core", "name: Core\ncategory: apps"),
      ("W12/core", "name: Core\ncategory: apps\nretired: true"),
      ("W21/dash", "name: Dash\ncategory: apps\ndraft: true"),
      ("W20/hammer", "name: Hammer, large\ncategory: tools\ng: { x: { note: asked } }"),
    ]
    for (path, text) in reports {
      try site.write("---\n\(text)\n---\n", to: "content/reports/2026-\(path).md")
    }
    return site
  }

  private func run(_ site: TestSite, _ arguments: String...) throws -> Program.Result {
    try Program.run(["list"] + arguments + ["-s", site.folder.path()])
  }

  private func entry(
    _ slug: String, _ name: String, _ week: String, _ state: String, in category: String = "apps"
  ) -> String {
    #"{"category":"\#(category)","name":"\#(name)","reportWeek":"2026-\#(week)","#
      + #""slug":"\#(slug)","state":"\#(state)"}"#
  }

  private func expect(
    _ list: String, _ entries: [String], week: String = "W20", more: [String] = []
  ) throws {
    let site = try site()
    let result = try Program.run(
      ["list", list, "--format", "json", "-q", "-s", site.folder.path()] + more)
    #expect(result.code == 0 && result.errors.isEmpty)
    #expect(
      result.output
        == #"{"vendors":[\#(entries.joined(separator: ","))],"week":"2026-\#(week)"}"# + "\n")
  }

  @Test func vendorsAreThoseWithAReportInForce() throws {
    let ace = entry("ace", "Ace", "W20", "current")
    let bolt = entry("bolt", "Bolt", "W10", "stale")
    let hammer = entry("hammer", "Hammer, large", "W20", "current", in: "tools")
    try expect("vendors", [ace, bolt, hammer])
    try expect("stale", [bolt])
    try expect(
      "vendors", [ace, bolt, entry("dash", "Dash", "W21", "draft"), hammer], week: "W21",
      more: ["--drafts"])
    try expect(
      "vendors",
      [entry("bolt", "Bolt", "W10", "current"), entry("core", "Core", "W10", "current")],
      week: "W11", more: ["--week", "2026-W11"])
  }

  @Test func draftsNeedNoOption() throws {
    try expect("drafts", [entry("dash", "Dash", "W21", "draft")], week: "W21")
    try expect("drafts", [], more: ["--week", "2026-W20"])
  }

  @Test func theRetired() throws {
    try expect("retired", [entry("core", "Core", "W12", "retired")])
    try expect("retired", [], week: "W11", more: ["--week", "2026-W11"])
  }

  /// `unknown` is a value; a note without a value is a gap.
  @Test func gapsNameVendorAndCriterion() throws {
    let site = try site()
    try site.write(
      "---\nname: Bolt\ncategory: apps\nscores: { ease: 6 }\nfeatures: { offline: unknown }\n---\n",
      to: "content/reports/2026-W10/bolt.md")
    let result = try run(site, "gaps", "--format", "json", "-q")
    let gaps =
      [
        "scores.bugs", "scores.speed", "features.price", "features.share",
        "features.since", "features.rating",
      ].map { ("bolt", "apps", $0) }
      + [("hammer", "tools", "g.x")]
    let entries = gaps.map {
      #"{"category":"\#($0.1)","criterion":"\#($0.2)","vendor":"\#($0.0)"}"#
    }
    #expect(
      result.output == #"{"gaps":[\#(entries.joined(separator: ","))],"week":"2026-W20"}"# + "\n")
    let text = try run(site, "gaps")
    #expect(text.output.hasPrefix("bolt    apps   scores.bugs\n"), "\(text.output)")
    #expect(text.output.hasSuffix("hammer  tools  g.x\n"))
    #expect(text.errors == "7 gaps in 2026-W20\n")
  }

  @Test func pairsAreThoseWithAPage() throws {
    let site = try site()
    let result = try run(site, "pairs", "--format", "json", "-q")
    #expect(
      result.output
        == #"{"pairs":[{"indexed":true,"left":"ace","right":"bolt","winner":"ace"}],"#
        + #""week":"2026-W20"}"# + "\n")
    let text = try run(site, "pairs", "--drafts")
    #expect(
      text.output == """
        ace     bolt    ace     indexed
        ace     dash    -       indexed
        bolt    dash    -       indexed

        """)
    #expect(text.errors == "3 comparisons in 2026-W21\n")
  }

  /// The lists agree with `explain`, whatever the number of workers.
  @Test(arguments: ["1", "3"]) func pairsAgreeWithExplain(_ jobs: String) throws {
    let source = TestSite.root.appending(path: "content").deletingLastPathComponent().path()
    let listed = try Program.run(["list", "pairs", "--format", "json", "-j", jobs, "-s", source])
      .object()
    let pairs = try #require(listed["pairs"] as? [[String: Any]])
    let plan = try Program.run(["plan", "--format", "json", "-s", source]).object()
    #expect(pairs.count == plan["comparisons"] as? Int && !pairs.isEmpty)
    for pair in pairs.prefix(10) {
      let names = try ["left", "right"].map { try #require(pair[$0] as? String) }
      let explained = try Program.run(
        ["explain"] + names + ["--format", "json", "-s", source]
      ).object()
      #expect(explained["winner"] as? String == pair["winner"] as? String, "\(names)")
      #expect(explained["indexed"] as? Bool == pair["indexed"] as? Bool, "\(names)")
    }
  }

  @Test func staleNeedsASetting() throws {
    let site = try site()
    try site.write("title: B\nbaseURL: https://example.org/\n", to: "content/site.yaml")
    let result = try run(site, "stale")
    #expect(result.code == 0 && result.output.isEmpty)
    #expect(result.errors.contains("has no 'staleAfterWeeks'"))
  }

  @Test func wrongContentAndWrongWordsAreRefused() throws {
    let site = try site()
    #expect(try run(site, "vendor").code == 2)
    #expect(try run(site).code == 2)
    try site.write("title: x\n", to: "content/site.yaml")
    let result = try run(site, "pairs", "--format", "json")
    #expect(result.code == 1 && result.output.hasPrefix(#"{"diagnostics":"#))
  }
}
