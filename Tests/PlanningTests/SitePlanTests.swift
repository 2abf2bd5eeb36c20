import Comparing
import Content
import Diagnosing
import Foundation
import Planning
import TestSites
import Testing

/// The pages of a site, their addresses, and what is refused.
struct SitePlanTests {
  /// Returns the site of `Tests/Sites/weeks`, whose base address has a path.
  private func weeks() throws -> TestSite {
    try TestSite(overlay: TestSite.fixtures.appending(path: "weeks"), withoutReports: true)
  }

  private static let week = "2026-W14"

  // MARK: Addresses

  @Test func everyKindOfPageHasItsAddress() throws {
    let site = try weeks()
    try site.write("name: Ann Sample\n", to: "content/authors/ann.yaml")
    try site.write(
      "---\nvendors: [ace, bolt]\nauthor: ann\n---\nText.\n",
      to: "content/comparisons/ace-vs-bolt.md")
    let plan = try site.plan(week: Self.week)
    let index = AddressIndex(plan)
    let pages = [
      "home": "/", "picker": "/compare/", "category": "/apps/", "methodology": "/methodology/apps/",
      "vendor": "/vendors/ace/", "alternatives": "/vendors/ace/alternatives/",
      "archive": "/vendors/ace/2025-W51/", "changes": "/changes/",
      "week": "/changes/2026-W13/", "corrections": "/corrections/",
      "comparison": "/compare/ace-vs-bolt/", "author": "/authors/ann/", "standalone": "/about/",
      "notFound": "/404.html", "document(Planning.Document.atomFeed)": "/feed.xml",
      "document(Planning.Document.jsonFeed)": "/feed.json",
      "document(Planning.Document.vendorFeed": "/vendors/ace/feed.xml",
      "document(Planning.Document.sitemap)": "/sitemap.xml",
      "document(Planning.Document.robots)": "/robots.txt",
      "document(Planning.Document.badge": "/badges/ace.svg",
      "document(Planning.Document.table": "/data/apps.csv",
      "document(Planning.Document.schema": "/api/v1/vendor.schema.json",
    ]
    for (kind, path) in pages {
      let page = try #require(index[path], "\(path)")
      #expect("\(page)".hasPrefix(kind))
      #expect(plan.link(to: page) == "/apps" + path)
      #expect(plan.canonical(of: page) == "https://example.org/apps" + path)
      let file = path.hasSuffix("/") ? path + "index.html" : path
      #expect(plan.file(of: page) == file.dropFirst())
    }
    #expect(plan.path(of: .document(.sitemapShard(1))) == "/sitemap-2.xml.gz")
    let data = ["/data/apps.json", "/data/apps.schema.json", "/api/v1/index.schema.json"]
    #expect(data.allSatisfy { index[$0] != nil })
  }

  // MARK: The archive

  /// All reports up to the week except the newest, oldest first.
  @Test(arguments: [
    ("2025-W51", []), ("2025-W52", ["2025-W51"]), ("2026-W05", ["2025-W51", "2025-W52"]),
    ("2026-W14", ["2025-W51", "2025-W52", "2026-W01", "2026-W13"]),
  ])
  func earlierReportsAreArchived(week: String, expected: [String]) throws {
    let plan = try weeks().plan(week: week)
    guard case .vendor(let ace)? = plan.page(ofVendor: try #require(Slug("ace"))) else {
      Issue.record("no page of ace in \(week)")
      return
    }
    let pages = plan.archive(of: ace)
    #expect(pages.map { plan.path(of: $0) } == expected.map { "/vendors/ace/\($0)/" })
    #expect(pages.allSatisfy(plan.singlePages.contains))
  }

  // MARK: Sitemaps

  /// Whatever the limit on addresses, the shards together list the same addresses as a single
  /// sitemap, once and in the same order; a shard exceeds the limit only with one vendor's
  /// comparisons.
  @Test(arguments: [1, 2, 3, 5, 8, 50_000])
  func partsOfTheSitemapAreTheWhole(limit: Int) throws {
    let site = try weeks()
    for slug in ["dee", "eve", "fay"] {
      try site.write("---\nname: \(slug)\n---\n", to: "content/reports/2026-W14/\(slug).md")
    }
    let plan = try site.plan(week: Self.week, maxAddresses: limit)
    let parts = plan.sitemapShards
    let unlisted = ["archive", "retired", "lastReport", "moved", "notFound"]
    let listed = plan.singlePages.filter { page in
      !unlisted.contains { "\(page)".hasPrefix($0) }
    }
    #expect(parts.flatMap(\.pages) == listed)
    #expect(listed.count < plan.singlePages.count)
    let counts = parts.map { $0.lefts.map(plan.comparisonCount(ofLeft:)) }
    #expect(counts.joined().reduce(0, +) == plan.comparisonCount)
    for (part, pairs) in zip(parts, counts) {
      let count = part.pages.count + pairs.reduce(0, +)
      #expect(count <= limit || part.pages.isEmpty && pairs.count == 1, "\(count)")
      #expect(count > 0)
    }
    // No shard had room for the first entry of the next one.
    let documents = plan.documents.map { plan.path(of: $0) }.filter { $0.contains("sitemap") }
    let expected = parts.count > 1 ? parts.indices.map { "/sitemap-\($0 + 1).xml.gz" } : []
    #expect(documents == ["/sitemap.xml"] + expected)
  }

  @Test func aPartIsFull() throws {
    let plan = try weeks().plan(week: Self.week, maxAddresses: 4)
    let counts = plan.sitemapShards.filter(\.lefts.isEmpty).map(\.pages.count)
    #expect(counts.dropLast().allSatisfy { $0 == 4 }, "\(counts)")
    #expect(plan.sitemapShards.count > 2)
  }

  // MARK: What is refused

  private func diagnostics(of site: TestSite) throws -> [String] {
    var log = Diagnostics()
    _ = try site.plan(into: &log)
    return log.sorted.map { "\($0.rule.id): \($0.message)" }
  }

  /// Exactly `maxPages` pages are allowed.
  @Test func oneMorePageThanAllowedIsRefused() throws {
    let site = try weeks()
    let count = try site.plan().pageCount
    let config = try site.read(text: "content/site.yaml")
    try site.write(config + "maxPages: \(count)\n", to: "content/site.yaml")
    #expect(try diagnostics(of: site) == [])
    try site.write(config + "maxPages: \(count - 1)\n", to: "content/site.yaml")
    let found = try diagnostics(of: site)
    #expect(
      found == [
        "too-many-pages: the site would have \(count) pages, more than the \(count - 1) that "
          + "'maxPages' allows"
      ])
  }

  /// Pages of two kinds share an address.
  @Test(arguments: [
    ("content/pages/apps.md", "", "/apps/"), ("content/pages/changes.md", "", "/changes/"),
    ("content/pages/corrections.md", "", "/corrections/"),
    ("content/pages/compare.md", "", "/compare/"),
    ("", #"paths: { vendor: '/\(vendor)/', category: '/\(category)/' }"#, nil),
    ("content/pages/alpha.md", #"paths: { vendor: '/\(vendor)/' }"#, "/alpha/"),
  ])
  func twoPagesAtOneAddressAreRefused(page: String, paths: String, collision: String?) throws {
    let site = try TestSite()
    if !page.isEmpty { try site.write("---\ntitle: A page\n---\nText.\n", to: page) }
    let config = try site.read(text: "content/site.yaml")
    try site.write(config + paths + "\n", to: "content/site.yaml")
    let expected = collision.map {
      ["route-collision: another page already has the address '\($0)'"]
    }
    let found = try diagnostics(of: site)
    #expect(found == expected ?? [])
  }

  // MARK: Retired vendors

  /// Returns the rules of the warnings, with their messages, of a site whose vendors are retired.
  private func warnings(renamedTo next: [String: String], article pair: String) throws -> [String] {
    let site = try TestSite()
    for (slug, next) in next {
      try site.write(
        "---\nname: \(slug)\nretired: true\n\(next.isEmpty ? "" : "renamedTo: \(next)\n")---\n",
        to: "content/reports/2026-W15/\(slug).md")
      guard !["alpha", "beta"].contains(slug) else { continue }
      try site.write("---\nname: \(slug)\n---\n", to: "content/reports/2026-W14/\(slug).md")
    }
    try site.write(
      "---\nvendors: [\(pair.replacing("-vs-", with: ", "))]\n---\nText.\n",
      to: "content/comparisons/\(pair).md")
    var diagnostics = Diagnostics()
    _ = try site.plan(into: &diagnostics)
    return diagnostics.sorted.map {
      "\($0.span.file.path.split(separator: "/").last ?? ""): \($0.message)"
    }
  }

  @Test func anArticleOfARetiredVendorIsSaidToBeUnseen() throws {
    #expect(try warnings(renamedTo: ["other": ""], article: "alpha-vs-beta").isEmpty)
    #expect(
      try warnings(renamedTo: ["beta": ""], article: "alpha-vs-beta")
        == ["alpha-vs-beta.md: no page shows this file: 'beta' is retired"])
    #expect(
      try warnings(renamedTo: ["other": "beta"], article: "alpha-vs-other") == [
        "alpha-vs-other.md: no page shows this file: 'other' is retired, and 'beta' took its place"
      ])
  }

  @Test func namesThatLeadInACircleAreSaid() throws {
    let circle = ["one": "two", "two": "one", "three": "one", "four": "alpha"]
    #expect(
      try warnings(renamedTo: circle, article: "alpha-vs-beta").sorted() == [
        "one.md: 'one' became 'two', and from there the names lead in a circle; no address of "
          + "'one' leads on",
        "three.md: 'three' became 'one', and from there the names lead in a circle; no address of "
          + "'three' leads on",
        "two.md: 'two' became 'one', and from there the names lead in a circle; no address of "
          + "'two' leads on",
      ])
  }
}
