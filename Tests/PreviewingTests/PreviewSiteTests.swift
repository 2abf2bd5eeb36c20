import Comparing
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

  private func preview() throws -> PreviewSite {
    var diagnostics = Diagnostics()
    let library = try #require(try site.read().library)
    let week = try #require(Edition.newestWeek(in: library))
    let base = try #require(BaseAddress("https://example.org/"))
    let plan = SitePlan(Edition(library: library, week: week), base: base, into: &diagnostics)
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

  /// A preview makes a site with every save; one that stayed would fill the memory.
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
