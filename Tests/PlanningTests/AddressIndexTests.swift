import Comparing
import Content
import Diagnosing
import Planning
import Reading
import TestSites
import Testing

struct AddressIndexTests {
  /// Slugs that are easily confused: `a-vs` and `vs-b` contain the text around `-vs-`.
  private static let slugs = ["a", "a-b", "a-vs", "b", "vs", "vs-b", "vs-vs"]

  private func plan(
    comparison: String = #"/compare/\(left)-vs-\(right)/"#, pairs: String = "all"
  ) throws -> SitePlan {
    let site = try TestSite()
    for slug in Self.slugs {
      try site.write(
        "---\nname: \(slug)\nscores: { ease: 7 }\n---\n",
        to: "content/reports/2026-W14/\(slug).md"
      )
    }
    let category = try site.read(text: "content/categories/apps.yaml")
    try site.write(category + "pairs: \(pairs)\n", to: "content/categories/apps.yaml")
    if pairs == "listed" {
      try site.write(
        "---\nvendors: [a-b, vs-b]\ntitle: T\n---\n", to: "content/comparisons/a-b-vs-vs-b.md")
    }
    try site.write("---\ntitle: About\n---\nText\n", to: "content/pages/about.md")
    let text = try site.read(text: "content/site.yaml")
    try site.write(
      text + "paths: { comparison: '\(comparison)' }\n", to: "content/site.yaml")
    let (read, found) = try site.read()
    let library = try #require(read, "\(DiagnosticFormat.text.print(found.sorted, color: false))")
    let week = try #require(Edition.newestWeek(in: library))
    let base = try #require(BaseAddress("https://example.org/base/"))
    var diagnostics = Diagnostics()
    let plan = SitePlan(Edition(library: library, week: week), base: base, into: &diagnostics)
    #expect(diagnostics.sorted.allSatisfy { $0.rule.id == "route-collision" })
    return plan
  }

  private func allPages(of plan: SitePlan) -> [Page] {
    let vendors = plan.edition.categoryPositions.flatMap { plan.edition.vendorPositions(of: $0) }
    let pairs = vendors.flatMap { left in
      plan.rights(ofLeft: left).map {
        Page.comparison(PairPosition(left.category, left: left.index, right: $0))
      }
    }
    return plan.singlePages + plan.documents + pairs
  }

  /// The law: a page's path leads back to the page; if two pages share a path, to one of them.
  @Test(
    arguments: [
      #"/compare/\(left)-vs-\(right)/"#, #"/\(left)/\(right)/"#, #"/c/\(right)/and/\(left)/x/"#,
    ], ["all", "listed"])
  func everyPathLeadsBackToItsPage(comparison: String, pairs: String) throws {
    let plan = try plan(comparison: comparison, pairs: pairs)
    let index = AddressIndex(plan)
    let pages = allPages(of: plan)
    #expect(pages.count == plan.pageCount + plan.documents.count)
    for page in pages {
      let found = try #require(index[plan.path(of: page)], "\(page)")
      #expect(plan.path(of: found) == plan.path(of: page))
    }
    let paths = Set(pages.map { plan.path(of: $0) })
    #expect(Set(paths.map { index[$0] }).count == paths.count)
  }

  @Test(arguments: [
    "", "compare/a-vs-b/", "/compare/a-vs-b", "/compare/b-vs-a/", "/compare/a-vs-a/",
    "/compare/a-vs-/", "/compare/-vs-b/", "/compare/-vs-/", "/compare/a-vs-nobody/",
    "/compare/a-vs-b/x", "/compare//a-vs-b/", "/vendors/nobody/", "/vendors/a", "/about",
    "/Compare/a-vs-b/", "/compare/a-vs-b-vs-b/", "//",
  ])
  func nothingElseIsAPage(path: String) throws {
    #expect(AddressIndex(try plan())[path] == nil)
  }

  @Test func aPairThatIsNotListedHasNoPage() throws {
    let index = AddressIndex(try plan(pairs: "listed"))
    #expect(index["/compare/a-b-vs-vs-b/"] != nil)
    #expect(index["/compare/a-vs-b/"] == nil)
  }
}
