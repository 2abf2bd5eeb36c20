import Comparing
import Content
import Diagnosing
import Foundation
import Planning
import Reading
import Rendering
import TestSites
import Testing

@testable import Previewing

/// S-20: a published address keeps working.
struct OldAddressTests {
  private let site: TestSite

  init() throws {
    site = try TestSite()
    let base = try site.read(text: "content/reports/2026-W14/beta.md")
    let alpha = try site.read(text: "content/reports/2026-W14/alpha.md")
    try site.write(
      alpha.replacing(
        "name: Alpha\n", with: "name: Alpha\naliases: [ /old/alpha, /base/alpha.html ]\n"),
      to: "content/reports/2026-W14/alpha.md")
    for name in ["gone", "named", "again"] {
      try site.write(base, to: "content/reports/2026-W13/\(name).md")
      try site.write(base, to: "content/reports/2026-W14/\(name).md")
    }
    try write("gone", "aliases: [ /gone/ ]\nretired: true")
    try write("named", "retired: true\nrenamedTo: again")
    try write("again", "retired: true\nrenamedTo: alpha")
    try site.write(
      "---\nvendors: [alpha, beta]\naliases: [ /a-or-b/ ]\n---\n",
      to: "content/comparisons/alpha-vs-beta.md")
    try site.write(
      """
      ---
      title: About
      aliases: [ /us/ ]
      ---
      [[gone]] and [[named]], [x](../reports/2026-W13/gone.md)

      """,
      to: "content/pages/about.md")
  }

  private func write(_ slug: String, _ keys: String) throws {
    try site.write(
      "---\nname: \(slug)\n\(keys)\n---\nThe maker closed.\n",
      to: "content/reports/2026-W15/\(slug).md")
  }

  private func plan(_ log: inout Diagnostics) throws -> SitePlan {
    let (read, found) = try site.read()
    let library = try #require(read, "\(found.sorted.map(\.message))")
    let week = try #require(Edition.newestWeek(in: library))
    let base = try #require(BaseAddress("https://example.org/base/"))
    return SitePlan(Edition(library: library, week: week), base: base, into: &log)
  }

  private func page(_ path: String) throws -> String {
    var log = Diagnostics()
    let plan = try plan(&log)
    let theme = Theme(builtIn: try TestSite.themeFiles(), own: [], language: "en", into: &log)
    let renderer = try #require(
      SiteRenderer(plan, theme: theme, into: &log), "\(log.sorted.map(\.message))")
    switch PreviewSite(renderer).find(path) {
    case .page(let bytes), .file(let bytes, _): return String(decoding: bytes, as: UTF8.self)
    default: return "no page"
    }
  }

  @Test func eachAddressLeadsOnOnce() throws {
    var log = Diagnostics()
    let plan = try plan(&log)
    #expect(log.sorted.map(\.message) == [])
    let rules = plan.redirects.map { "\($0.from) \(plan.link(to: $0.to))" }
    #expect(
      rules == [
        "/old/alpha/ /base/vendors/alpha/", "/alpha.html /base/vendors/alpha/",
        "/gone/ /base/vendors/gone/", "/vendors/again/ /base/vendors/alpha/",
        "/vendors/again/2026-W13/ /base/vendors/alpha/",
        "/vendors/again/2026-W14/ /base/vendors/alpha/", "/vendors/named/ /base/vendors/alpha/",
        "/vendors/named/2026-W13/ /base/vendors/alpha/",
        "/vendors/named/2026-W14/ /base/vendors/alpha/",
        "/a-or-b/ /base/compare/alpha-vs-beta/", "/us/ /base/about/",
      ])
    #expect(plan.renamed.map { "\($0.from.text) \($0.to.text)" } == ["again alpha", "named alpha"])
  }

  @Test(arguments: [
    ("/base/old/alpha/", #"content="0; url=/base/vendors/alpha/""#),
    ("/base/old/alpha/", #"<link rel="canonical" href="https://example.org/base/vendors/alpha/">"#),
    ("/base/old/alpha/", #"<a href="/base/vendors/alpha/">"#),
    ("/base/old/alpha/", #"<meta name="robots" content="noindex">"#),
    ("/base/vendors/named/2026-W13/", #"content="0; url=/base/vendors/alpha/""#),
    ("/base/vendors/gone/", "was retired in 2026-W15"),
    ("/base/vendors/gone/", "The maker closed."),
    ("/base/vendors/gone/", #"<a href="/base/vendors/gone/2026-W14/">2026-W14</a>"#),
    ("/base/vendors/gone/", #"<meta name="robots" content="noindex">"#),
    ("/base/vendors/gone/2026-W13/", #"<a href="/base/vendors/gone/">2026-W15</a>"#),
    ("/base/about/", #"<a href="/base/vendors/gone/">gone</a>"#),
    ("/base/about/", #"<a href="/base/vendors/alpha/">named</a>"#),
    ("/base/about/", #"<a href="/base/vendors/gone/2026-W13/">x</a>"#),
    ("/base/api/v1/index.json", #""renamed":{"again":"alpha","named":"alpha"}"#),
  ])
  func pagesLeadOn(path: String, part: String) throws {
    let page = try page(path)
    #expect(page.contains(part), "\(page)")
  }

  @Test func sitemapsLeaveThemOut() throws {
    let sitemap = try page("/base/sitemap.xml")
    #expect(sitemap.contains("/vendors/alpha/"))
    for part in ["old", "gone", "named", "again", "us/"] { #expect(!sitemap.contains(part)) }
  }

  @Test(arguments: [
    "/about/", "/compare/alpha-vs-beta/", "/feed.xml", "/vendors/gone/", "/404.html",
  ])
  func anAddressThatIsTakenIsReported(alias: String) throws {
    try site.write(
      "---\ntitle: Other\naliases: [ \(alias) ]\n---\n", to: "content/pages/other.md")
    var log = Diagnostics()
    _ = try plan(&log)
    let places = log.sorted.map { "\($0.span.file.path) \($0.rule.id)" }
    #expect(places.count == 1 && places[0].hasSuffix(" route-collision"), "\(places)")
  }

  @Test(arguments: [
    ("renamedTo: alpha", "invalid-value"), ("retired: true\nrenamedTo: gone", "invalid-value"),
    ("retired: true\nrenamedTo: alhpa", "dangling-reference"), ("aliases: [ old ]", "invalid-url"),
  ])
  func wrongKeysAreReported(keys: String, rule: String) throws {
    try write("gone", keys)
    #expect(
      try site.read().diagnostics.sorted.filter { $0.severity == .error }.map(\.rule.id) == [rule])
  }

  /// Two vendors name each other as replacement, so neither took the other's place.
  @Test func aCircleOfNamesEndsInARetiredVendor() throws {
    try write("again", "retired: true\nrenamedTo: named")
    var log = Diagnostics()
    let plan = try plan(&log)
    #expect(plan.renamed.isEmpty && !log.hasErrors)
  }
}
