import Foundation
import TestSites
import Testing

/// A rubric has no past of its own; what frozen weeks and reports tell of it is shown.
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

  /// Two weeks, of which the second begins to report bugs.
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
    // While one report in force has a value, the criterion is in use.
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

  /// What is not known is not said: without a frozen week nothing tells what the rubric was.
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
    #expect(changes.contains("it changed after 2026-W13 and before the end of 2026-W14"))
    let history = try page("vendors/ace/", of: site)
    #expect(history.contains("Defined otherwise since 2026-W13: Ease, Bugs."))
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
    // The new rubric is frozen too, and both are read again.
    #expect(try run(site, "snapshot", "2026-W14").code == 0)
    #expect(try run(site, "snapshot", "verify", "2026-W14").code == 0)
    #expect(try run(site, "diff", "2026-W13", "2026-W14").output == diff)
  }

  /// Words and looks are no rubric.
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
