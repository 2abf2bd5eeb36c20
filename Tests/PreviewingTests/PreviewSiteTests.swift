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

struct PreviewSiteTests {
  private let site: TestSite

  init() throws { site = try TestSite() }

  private func preview(maxAddresses: Int = 50_000) throws -> PreviewSite {
    var diagnostics = Diagnostics()
    let library = try #require(try site.read().library)
    let week = try #require(Edition.newestWeek(in: library))
    let base = try #require(BaseAddress("https://example.org/"))
    let plan = SitePlan(
      Edition(library: library, week: week), base: base, maxAddresses: maxAddresses,
      into: &diagnostics)
    let theme = Theme(
      builtIn: try TestSite.themeFiles(), own: [], language: "en", into: &diagnostics)
    return PreviewSite(try #require(SiteRenderer(plan, theme: theme, into: &diagnostics)))
  }

  @Test(arguments: [
    ("/robots.txt", "text/plain"), ("/sitemap.xml", "application/xml"),
    ("/feed.xml", "application/xml"), ("/feed.json", "application/json"),
    ("/vendors/alpha/feed.xml", "application/xml"),
  ])
  func filesForMachinesAreServed(path: String, type: String) throws {
    guard case .file(let bytes, let found) = try preview().find(path) else {
      Issue.record("no file at \(path)")
      return
    }
    #expect(!bytes.isEmpty && found.hasPrefix(type), "\(found)")
  }

  /// S-05: the shards hold the addresses of a single sitemap, in its order, each within the limit.
  @Test(arguments: [7, 9, 20, 30])
  func aLargeSitemapIsInParts(maxAddresses: Int) throws {
    for vendor in ["a", "b", "c", "d", "e", "f"] {
      try site.write(
        "---\nname: \(vendor)\nscores: { ease: 7 }\n---\n",
        to: "content/reports/2026-W14/\(vendor).md")
    }
    let whole = try addresses(in: "/sitemap.xml", of: preview())
    // 8 vendors, a page of alternatives for each, their 28 pairs, 7 rankings, and 6 other pages.
    #expect(Set(whole).count == 57 && whole.count == 57)
    let preview = try preview(maxAddresses: maxAddresses)
    let parts = try addresses(in: "/sitemap.xml", of: preview)
    #expect(parts.count >= 57 / maxAddresses)
    #expect(parts == (1...parts.count).map { "https://example.org/sitemap-\($0).xml.gz" })
    let held = try parts.map {
      try addresses(in: String($0.dropFirst("https://example.org".count)), of: preview)
    }
    #expect(held.allSatisfy { (1...maxAddresses).contains($0.count) })
    #expect(held.flatMap(\.self) == whole)
    guard case .file = preview.find("/sitemap-\(parts.count + 1).xml.gz") else { return }
    Issue.record("there is a part more than the index names")
  }

  /// Returns the contents of `<loc>`.
  private func addresses(in path: String, of preview: PreviewSite) throws -> [String] {
    guard case .file(let bytes, _) = preview.find(path) else {
      throw MissingFile(path: path)
    }
    let text = path.hasSuffix(".gz") ? try gunzipped(bytes) : bytes
    return String(decoding: text, as: UTF8.self).components(separatedBy: "<loc>").dropFirst()
      .compactMap { $0.components(separatedBy: "</loc>").first }
  }

  private struct MissingFile: Error { let path: String }

  /// A preview makes a site for every edit; keeping them would fill the memory.
  @Test func aSiteIsLetGoWhenItWasShown() throws {
    weak var file: SourceFile?
    do {
      let preview = try preview()
      for path in ["/", "/apps/", "/vendors/alpha/", "/compare/alpha-vs-beta/", "/compare/"] {
        guard case .page = preview.find(path) else {
          Issue.record("no page at \(path)")
          return
        }
      }
      file = preview.renderer.plan.edition.library.site.file
      #expect(file != nil)
    }
    #expect(file == nil)
  }
}
