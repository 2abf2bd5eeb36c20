import Content
import Diagnosing
import FoundationEssentials
import Importing
import Reading
import TestSites
import Testing

/// When a table is imported week after week, only changes are written.
struct NextWeekTests {
  private func plan(
    _ table: String, in site: TestSite, scope: ImportPlan.Scope = []
  ) throws -> ImportPlan {
    var log = Diagnostics()
    let folder = try ContentFolder(site.folder.path())
    let category = try #require(try ContentReader(folder: folder).category("apps", into: &log))
    let file = SourceFile(path: "t.csv", text: table)
    let read = try #require(Table.read(file, TableForm(), into: &log))
    let mapping = try #require(Mapping(naming: category, read, into: &log))
    let reports = try #require(
      TableImport(read, mapping, category).reports(of: nil, into: &log), "\(log.sorted)")
    return try #require(try ImportPlan(reports, of: category, in: folder, scope: scope, into: &log))
  }

  private func states(_ plan: ImportPlan) -> [String] {
    plan.entries.map { "\($0.report.week.text) \($0.report.slug.text) \($0.state.rawValue)" }
  }

  private func site() throws -> TestSite {
    let site = try TestSite(withoutReports: true)
    for (slug, text) in [
      ("ace", "name: Ace\nscores: { ease: { value: 7, note: N } }\npros: [ Fast ]"),
      ("bolt", "name: Bolt\nscores: { ease: 5 }"), ("core", "name: Core\nscores: { ease: 1 }"),
      ("dash", "name: Dash\nretired: true"),
    ] {
      try site.write("---\n\(text)\n---\n", to: "content/reports/2026-W14/\(slug).md")
    }
    return site
  }

  @Test func onlyWhatChanged() throws {
    let plan = try plan(
      "name,week,ease\nAce,2026-W15,7.0\nBolt,2026-W15,6\nEcho,2026-W15,2\nEcho,2026-W16,2\n"
        + "Bolt,2026-W16,6\nBolt,2026-W17,5\n", in: site())
    #expect(
      states(plan) == [
        "2026-W15 ace unchanged", "2026-W15 bolt new", "2026-W15 echo new",
        "2026-W16 bolt unchanged", "2026-W16 echo unchanged", "2026-W17 bolt new",
      ])
    #expect(plan.entries.first { $0.state == .new }?.changes.map(\.to) == [.text("6")])
  }

  /// Vendors that retired earlier are not named again.
  @Test func vendorsThatVanishedAreNamed() throws {
    let site = try site()
    #expect(
      try plan("name,week,ease\nAce,2026-W15,7\n", in: site).vanished.map(\.text)
        == ["bolt", "core"])
    #expect(
      try plan("name,week,ease\nAce,2026-W13,7\n", in: site).vanished.map(\.text) == [])
  }

  /// A vendor that returns does not get the values it had when it retired.
  @Test func aVendorThatComesBack() throws {
    let plan = try plan("name,week\nDash,2026-W15\n", in: site())
    #expect(states(plan) == ["2026-W15 dash new"])
  }

  /// A report stands for the whole of what is known, so nothing that it says may be lost.
  @Test func aChangedRowKeepsTheRestOfTheReport() throws {
    let site = try site()
    try site.write(
      """
      ---
      name: Ace
      updated: 2026-03-31
      reason: An old one.
      scores: { ease: { value: 7, note: N }, bugs: 3 }
      pros: [ Fast ]
      ---
      The body.

      """,
      to: "content/reports/2026-W14/ace.md")
    let plan = try plan("name,week,ease\nAce,2026-W15,8\n", in: site)
    let entry = try #require(plan.entries.first)
    #expect(entry.state == .new && entry.changes.map(\.criterion) == ["scores.ease"])
    #expect(
      entry.text == """
        ---
        name: Ace
        scores: { ease: { value: 8, note: N }, bugs: 3 }
        pros: [ Fast ]
        category: apps
        ---
        The body.

        """)
  }

  @Test func allRowsAreWrittenWhenAsked() throws {
    let table = "name,week,ease\nAce,2026-W15,7\n"
    #expect(states(try plan(table, in: site(), scope: .all)) == ["2026-W15 ace new"])
  }

  @Test func vanishedVendorsEndWhenAsked() throws {
    let plan = try plan("name,week,ease\nAce,2026-W15,7\n", in: site(), scope: .retire)
    #expect(plan.vanished.isEmpty)
    #expect(
      states(plan) == [
        "2026-W15 ace unchanged", "2026-W15 bolt new", "2026-W15 core new",
      ])
    #expect(
      plan.entries.last?.text == """
        ---
        name: "Core"
        category: apps
        retired: true
        ---

        """)
  }
}
