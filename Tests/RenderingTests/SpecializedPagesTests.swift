import Comparing
import Content
import Diagnosing
import Foundation
import Pairing
import Planning
import Reading
import Templating
import TestSites
import Testing

@testable import Rendering

/// On real sites, pages assembled from fragments equal those of the plain evaluator.
struct SpecializedPagesTests {
  /// An example with prompts, whose runs are found for each pair.
  private static let evaluated = "Examples/attributes"

  /// The limit on the pairs per category, evenly spread over all.
  private static let pairs = 150

  /// - Parameters:
  ///   - theme: a folder of `Examples/themes`; nil for the built-in theme.
  ///   - files: more templates of the site's own.
  static func renderer(
    of site: String, theme name: String? = nil, own files: [SourceFile] = []
  ) throws -> SiteRenderer {
    var diagnostics = Diagnostics()
    let folder = try ContentFolder(TestSite.root.appending(path: site).path())
    let library = try #require(try ContentReader(folder: folder, jobs: 2).read(into: &diagnostics))
    let week = try #require(Edition.newestWeek(in: library))
    let base = try #require(BaseAddress(library.site.baseURL.value))
    let plan = SitePlan(Edition(library: library, week: week), base: base, into: &diagnostics)
    let own = try name.map { name in
      let folder = try ContentFolder(
        TestSite.root.appending(path: "Examples/themes/\(name)").path())
      return try folder.read(try folder.files(below: "templates"), jobs: 1)
    }
    let theme = Theme(
      builtIn: try TestSite.themeFiles(), own: (own ?? []) + files, language: library.site.language,
      into: &diagnostics)
    return try #require(SiteRenderer(plan, theme: theme, into: &diagnostics))
  }

  static let sites = [
    ".", "Examples/attributes", "Examples/editorial", "Examples/licenses", "Examples/panel",
    "Examples/report", "Examples/trust", "Tests/Sites/base",
  ]

  @Test(arguments: sites, [nil, "ledger", "recipes"])
  func partsMakeThePlainPage(site: String, theme: String?) throws {
    try expectPlainPages(of: try Self.renderer(of: site, theme: theme), site)
  }

  /// The pages are equal even if the site has templates of its own for groups of a kind and for one
  /// group.
  @Test func partsMakeThePlainPageOfOwnGroups() throws {
    let own = [("state", "<i>"), ("signals", "<b>")].map { name, mark in
      SourceFile(
        path: "templates/partials/groups/\(name).html",
        text: #"""
          <h2 id="g-\(group.id)">\(group.title)</h2>
          \(for row in group.rows)
          <p>\(row.label)\(for (i, vendor) in vendors.enumerated())\(
            if let cell = row.cells[i]) \#(mark)\(vendor.name): \(cell.html)</\#(mark.dropFirst())\(
            end)\(end)</p>
          \(end)
          """#)
    }
    let renderer = try Self.renderer(of: "Examples/trust", own: own)
    try expectPlainPages(of: renderer, "Examples/trust")
    for path in ["/compare/llama-vs-mistral/", "/vendors/llama/"] {
      let page = try #require(AddressIndex(renderer.plan)[path])
      var bytes: [UInt8] = []
      renderer.render(page, into: &bytes)
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains("<b>Llama: 29</b>") && text.contains("<i>Llama: No</i>"), "\(path)")
      #expect(text.contains(#"<th scope="row"><bdi>Trust Score"#), "the scores keep their table")
    }
  }

  private func expectPlainPages(of renderer: SiteRenderer, _ site: String) throws {
    var count = 0
    let edition = renderer.plan.edition
    for category in edition.categoryPositions {
      let pairs = renderer.pairs(inCategory: category)
      #expect(pairs.isSpecialized || site == Self.evaluated)
      #expect(renderer.partnerLists(inCategory: category).isSpecialized)
      var scratch = pairs.makeScratch()
      let vendors = edition.vendorPositions(of: category)
      let all = vendors.flatMap { left in
        renderer.plan.rights(ofLeft: left).map { (left.index, $0) }
      }
      for index in stride(from: 0, to: all.count, by: max(1, all.count / Self.pairs)) {
        let (left, right) = all[index]
        var (fast, plain): ([UInt8], [UInt8]) = ([], [])
        pairs.render(
          left, right, pairs.fragments(ofVendor: left), pairs.fragments(ofVendor: right),
          scratch: &scratch,
          into: &fast)
        pairs.renderPlainly(left, right, into: &plain)
        let slugs = (edition[vendors[left]].slug.text, edition[vendors[right]].slug.text)
        #expect(!fast.isEmpty && fast == plain, "\(slugs.0)-vs-\(slugs.1)")
        count += 1
      }
      for vendor in vendors {
        let page = renderer.prepared(.vendor(vendor))
        var (fast, plain): ([UInt8], [UInt8]) = ([], [])
        page.render(into: &fast)
        page.renderPlainly(into: &plain)
        #expect(!fast.isEmpty && fast == plain, "\(edition[vendor].slug.text)")
      }
    }
    #expect(count > 0)
  }

  /// The costs of the expressions and of everything outside them add up to the cost of the pages.
  @Test(arguments: sites)
  func costsAddUpToThePages(site: String) throws {
    let renderer = try Self.renderer(of: site)
    for category in renderer.plan.edition.categoryPositions {
      let pairs = renderer.pairs(inCategory: category)
      let profile = pairs.profile(pages: 40)
      var pages: [UInt8] = []
      var scratch = pairs.makeScratch()
      for (left, right) in pairs.sample(40) {
        pairs.render(
          left, right, pairs.fragments(ofVendor: left), pairs.fragments(ofVendor: right),
          scratch: &scratch,
          into: &pages)
      }
      let expressions = profile.byCost
      #expect(profile.cost.bytes == pages.count)
      #expect(
        profile.site.bytes + profile.bytes(.left, .right, .both) + profile.bytes(.pair)
          + profile.bytes(.evaluated) == pages.count)
      #expect(profile.pages == 0 || expressions.count > 30)
      #expect(expressions.allSatisfy { $0.span?.file.path.hasPrefix("templates/") == true })
      #expect(
        site == Self.evaluated || !expressions.contains { $0.bindingTime == .evaluated })
    }
  }
}
