import Diagnosing
import Presenting
import Templating
import TestSites
import Testing

@testable import Rendering

/// The themes of `Examples/themes`, over all examples; `Tests/Site/run` looks at their pages.
struct ThemeExampleTests {
  private static func diagnostics(of site: String, _ theme: String) throws -> Diagnostics {
    var log = Diagnostics()
    let renderer = try SpecializedPagesTests.renderer(of: site, theme: theme)
    _ = SiteRenderer(renderer.plan, theme: renderer.theme, into: &log)
    return log
  }

  @Test(arguments: SpecializedPagesTests.sites, ["ledger", "recipes"])
  func nothingIsWrong(site: String, theme: String) throws {
    #expect(try Self.diagnostics(of: site, theme).isEmpty)
  }

  /// A theme from zero: no page is made of a built-in template.
  @Test func ledgerSharesNoTemplate() throws {
    let renderer = try SpecializedPagesTests.renderer(of: ".", theme: "ledger")
    let own = Set(renderer.theme.ownTemplates.map(\.path))
    for kind in PageKind.allCases {
      let files = renderer.templates[kind].files
      #expect(!files.isEmpty)
      for file in files.values { #expect(own.contains(file.path), "\(kind): \(file.path)") }
    }
  }
}
