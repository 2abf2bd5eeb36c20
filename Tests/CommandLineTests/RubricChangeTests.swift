import Foundation
import TestSites
import Testing

/// A rubric records no history; pages show the changes that frozen weeks and reports reveal.
@Suite struct RubricChangeTests {
  private let rubric = """
    title: Apps
    headline: scores.ease
    groups:
      scores:
        title: Scores
        criteria:
          ease: { label: Ease, kind: score, max: 10 }
          bugs: { label: Bugs, kind: count, better: lower }

    """

  /// Creates a site of two weeks, the second of which begins to report bugs.
  private func site() throws -> TestSite {
    let site = try TestSite(withoutReports: true)
    try site.write(rubric, to: "content/categories/apps.yaml")
    for (week, ease, bugs) in [("W13", 5, ""), ("W14", 6, ", bugs: 2")] {
      for vendor in ["ace", "bolt"] {
        try site.write(
          "---\nname: \(vendor)\nscores: { ease: \(ease)\(bugs) }\n---\n",
          to: "content/reports/2026-\(week)/\(vendor).md")
      }
    }
    return site
  }

  private func run(_ site: TestSite, _ arguments: String...) throws -> Program.Result {
    try Program.run(arguments + ["-s", site.folder.path()])
  }

  private func page(_ path: String, of site: TestSite) throws -> String {
    let url = site.folder.appending(path: "public/\(path)index.html")
    return try String(contentsOf: url, encoding: .utf8)
  }

  @Test func criteriaComeIntoUseAndGoOut() throws {
    let site = try site()
    try site.write(
      "---\nname: ace\nscores: { ease: 7 }\n---\n", to: "content/reports/2026-W15/ace.md")
    try site.write(
      "---\nname: bolt\nscores: { ease: 7 }\n---\n", to: "content/reports/2026-W16/bolt.md")
    #expect(try run(site, "build").code == 0)
    #expect(
      try page("changes/2026-W14/", of: site).contains(
        "<h3>Criteria in use from this week on</h3>\n<ul>\n<li>Bugs</li>"))
    // A criterion is in use as long as a report in force has a value for it.
    #expect(try !page("changes/2026-W15/", of: site).contains("no longer in use"))
    #expect(try page("changes/2026-W16/", of: site).contains("<h3>Criteria no longer in use</h3>"))
    let history = try page("vendors/ace/", of: site)
    let begun = try #require(history.range(of: "In use from this week on: Bugs."))
    let ended = try #require(history.range(of: "No longer in use: Bugs."))
    #expect(ended.lowerBound < begun.lowerBound)
    let diff = try run(site, "diff", "2026-W13", "2026-W14").output
    #expect(diff.contains("  criteria in use (1)\n    scores.bugs\n"))
    #expect(
      try run(site, "diff", "2026-W14", "2026-W16").output
        .contains("  criteria out of use (1)\n    scores.bugs\n"))
  }

  /// Without a frozen week, the old rubric is unknown, so no change is shown.
  @Test func aFrozenWeekKnowsItsRubric() throws {
    let site = try site()
    #expect(try run(site, "snapshot", "2026-W13").code == 0)
    #expect(try run(site, "snapshot", "verify", "2026-W13").code == 0)
    try site.write(
      rubric.replacing("max: 10", with: "max: 20").replacing("better: lower", with: "within: 1")
        .replacing(
          "ease: {", with: "speed: { label: 'Speed, it''s', kind: duration }\n      ease: {"
        )
        .replacing("headline: scores.ease", with: "winner: { by: leads }"),
      to: "content/categories/apps.yaml")
    let result = try run(site, "build")
    #expect(result.code == 0, "\(result.errors)")
    let changes = try page("changes/2026-W14/", of: site)
    for row in [
      #"<th scope="row">Speed, it&#39;s</th><td>none</td><td>duration, higher leads</td>"#,
      #"Ease</th><td>score, max 10, higher leads</td><td>score, max 20, higher leads</td>"#,
      #"Bugs</th><td>count, lower leads</td><td>count, higher leads, within 1</td>"#,
      #"Winner</th><td>headline scores.ease, margin 0, shared 1</td><td>leads, margin 0, shared 1"#,
    ] {
      #expect(changes.contains(row), "\(row)")
    }
    #expect(changes.contains("changed after 2026-W13 and before the end of 2026-W14"))
    let history = try page("vendors/ace/", of: site)
    #expect(history.contains("Redefined since 2026-W13: Ease, Bugs."))
    #expect(
      try page("compare/ace-vs-bolt/", of: site)
        .contains("+1 since 2026-W13, redefined since then"))
    let diff = try run(site, "diff", "2026-W13", "2026-W14").output
    #expect(
      diff.contains("    scores.ease: score, max 10, higher leads → score, max 20, higher leads\n"))
    let rubrics = try #require(
      try run(site, "diff", "2026-W13", "2026-W14", "--format", "json").object()["rubric"]
        as? [[String: Any]])
    #expect(rubrics.count == 1 && (rubrics[0]["rules"] as? [Any])?.count == 4)
    // The new rubric is frozen as well, and both snapshots are read.
    #expect(try run(site, "snapshot", "2026-W14").code == 0)
    #expect(try run(site, "snapshot", "verify", "2026-W14").code == 0)
    #expect(try run(site, "diff", "2026-W13", "2026-W14").output == diff)
  }

  /// Labels and styles are not part of a rubric.
  @Test func aLabelChangesNothing() throws {
    let site = try site()
    #expect(try run(site, "snapshot", "2026-W13").code == 0)
    let before = try run(site, "diff", "2026-W13", "2026-W14").output
    try site.write(
      rubric.replacing("label: Ease", with: "label: Ease of use"),
      to: "content/categories/apps.yaml")
    #expect(try run(site, "diff", "2026-W13", "2026-W14").output == before)
  }
}
