import Comparing
import Content
import Diagnosing
import Markup
import Planning
import Reading
import TestSites
import Testing

/// The addresses on pages for the addresses that authors write, on a site below a base path.
struct LinkResolverTests {
  private static let report = "content/reports/2026-W14/alpha.md"

  private func resolver(below base: String = "https://example.org/base/") throws -> LinkResolver {
    let site = try TestSite()
    try site.write("---\ntitle: About\n---\nText\n", to: "content/pages/about.md")
    try site.write("---\nname: Beta\n---\n", to: "content/reports/2026-W15/beta.md")
    var diagnostics = Diagnostics()
    let library = try #require(try site.read().library)
    let week = try #require(Edition.newestWeek(in: library))
    let plan = SitePlan(
      Edition(library: library, week: week), base: try #require(BaseAddress(base)),
      into: &diagnostics)
    return LinkResolver(plan, assets: ["assets/logo.svg": "assets/logo.1f.svg"])
  }

  @Test(arguments: [
    ("/vendors/beta/", "/base/vendors/beta/"), ("/vendors/beta", "/base/vendors/beta/"),
    ("/base/vendors/beta/", "/base/vendors/beta/"), ("/base", "/base/"), ("/", "/base/"),
    ("/vendors/beta/?a=/b#c", "/base/vendors/beta/?a=/b#c"), ("/feed.xml", "/base/feed.xml"),
    ("/vendors/beta/index.html", "/base/vendors/beta/"),
    ("/api/v1/vendors/beta.json", "/base/api/v1/vendors/beta.json"), ("/gone/", "/base/gone/"),
    ("beta.md", "/base/vendors/beta/2026-W14/"), ("./alpha.md#x", "/base/vendors/alpha/#x"),
    ("../2026-W15/beta.md", "/base/vendors/beta/"), ("../../pages/about.md", "/base/about/"),
    ("../beta/", "/base/vendors/beta/"), ("2026-W14/", "2026-W14/"),
    ("assets/logo.svg", "/base/assets/logo.1f.svg"),
    ("/assets/logo.svg", "/base/assets/logo.1f.svg"),
    ("../../assets/logo.svg", "/base/assets/logo.1f.svg"), ("#x", "#x"), ("gone.md", "gone.md"),
    ("https://example.org/", "https://example.org/"), ("//example.org/", "//example.org/"),
    ("mailto:x@example.org", "mailto:x@example.org"),
    ("/%76endors/beta/", "/base/vendors/beta/"),
    ("../../../../../etc/passwd", "../../../../../etc/passwd"),
  ])
  func bodiesLead(written: String, address: String) throws {
    let place = TextLink.TextPlace(file: Self.report, isInline: false)
    #expect(try resolver().address(written, at: place) == address)
  }

  /// Resolving twice must not add a second prefix.
  @Test(arguments: ["/vendors/beta/", "beta.md", "assets/logo.svg", "/gone/", "/base/gone/"])
  func addressesStayWhenTheyAreResolvedAgain(written: String) throws {
    let place = TextLink.TextPlace(file: Self.report, isInline: false)
    let resolver = try resolver()
    let once = resolver.address(written, at: place)
    #expect(resolver.address(once, at: place) == once)
  }

  @Test func aLineLeadsToItsReportFromEveryPage() throws {
    let place = TextLink.TextPlace(file: Self.report, isInline: true)
    #expect(try resolver().address("#x", at: place) == "/base/vendors/alpha/#x")
  }

  @Test func atTheRootNothingIsPrefixed() throws {
    let place = TextLink.TextPlace(file: "content/pages/about.md", isInline: false)
    let resolver = try resolver(below: "https://example.org/")
    #expect(resolver.address("/vendors/beta/", at: place) == "/vendors/beta/")
    #expect(resolver.address("../reports/2026-W14/alpha.md", at: place) == "/vendors/alpha/")
  }
}
