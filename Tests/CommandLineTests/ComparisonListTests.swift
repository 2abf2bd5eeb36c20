import Content
import Foundation
import Planning
import Rendering
import TestSites
import Testing

/// A vendor of many comparisons lists the nearest, and links a page with all of them (S-08).
struct ComparisonListTests {
  @Test func vendorsOfManyComparisonsHaveAPageOfAll() throws {
    let site = try TestSite(withoutReports: true)
    for number in 0...102 {
      try site.write(
        "---\nname: V\(number)\nscores: { bugs: \(number) }\n---\n",
        to: "content/reports/2026-W14/v\(number).md")
    }
    let built = try Program.run(["build", "-s", site.folder.path()])
    #expect(built.code == 0, "\(built.errors)")
    let own = links(in: try site.read(text: "public/vendors/v50/index.html"))
    let all = links(in: try site.read(text: "public/vendors/v50/comparisons/index.html"))
    #expect(own.count == 30 && all.count == 102 && Set(all).count == 102)
    #expect(all.prefix(2) == ["/compare/v0-vs-v50/", "/compare/v1-vs-v50/"], "by name")
    #expect(Set(own.prefix(2)) == ["/compare/v49-vs-v50/", "/compare/v50-vs-v51/"])
    #expect(
      try site.read(text: "public/vendors/v50/index.html")
        .contains(#"href="/vendors/v50/comparisons/""#))
    // Without scripts, the list of vendors leads to the page of all.
    #expect(
      try site.read(text: "public/index.html").contains(#"href="/vendors/v50/comparisons/""#))
    #expect(
      try site.read(text: "public/sitemap.xml").contains("/vendors/v50/comparisons/</loc>"))
  }

  @Test func vendorsOfFewListAll() throws {
    let site = try TestSite()
    #expect(try Program.run(["build", "-s", site.folder.path()]).code == 0)
    let page = try site.read(text: "public/vendors/alpha/index.html")
    #expect(links(in: page) == ["/compare/alpha-vs-beta/"] && !page.contains("/comparisons/"))
    #expect(
      try site.read(text: "public/compare/index.html")
        .contains(#"href="/vendors/alpha/#comparisons""#))
    // Where there is one pair, the home page has no list to choose from.
    #expect(
      try site.read(text: "public/index.html").contains(#"href="/compare/alpha-vs-beta/""#))
  }

  /// Lists do not grow with the square of the vendors.
  @Test func noPageListsMoreThanAThousand() throws {
    let site = try TestSite(withoutReports: true)
    try site.write(
      "title: Base\nbaseURL: https://example.org/\nmaxPages: 1000000\n", to: "content/site.yaml")
    for number in 0...1001 {
      try site.write(
        "---\nname: V\(number)\nscores: { bugs: \(number) }\n---\n",
        to: "content/reports/2026-W14/v\(number).md")
    }
    let renderer = try site.renderer()
    let slug = try #require(Slug("v500"))
    guard case .vendor(let vendor)? = renderer.plan.page(ofVendor: slug) else {
      Issue.record("the vendor has no page")
      return
    }
    var bytes: [UInt8] = []
    renderer.render(.comparisons(vendor), into: &bytes)
    let page = String(decoding: bytes, as: UTF8.self)
    #expect(Set(links(in: page)).count == 1000)
    #expect(page.contains("1000 of 1001 shown"))
    #expect(page.contains(#"href="/compare/""#))
    // Its Markdown would be one more file for each vendor.
    #expect(!renderer.plan.hasTwin(.comparisons(vendor)) && renderer.plan.hasTwin(.vendor(vendor)))
  }

  private func links(in page: String) -> [String] {
    page.matches(of: #/href="(/compare/[a-z0-9-]+-vs-[a-z0-9-]+/)"/#).map { String($0.output.1) }
  }
}
