import Comparing
import Content
import Diagnosing
import Foundation
import Planning
import Reading
import TestSites
import Testing

@testable import Rendering

struct LinkCheckTests {
  private static let report = "content/reports/2026-W14/alpha.md"

  /// Returns each finding as `file:line:column rule suggestion`.
  private func findings(
    _ files: [String: String], templates: [String: String] = [:],
    base: String = "https://example.org/base/"
  ) throws -> [String] {
    let site = try TestSite()
    try site.write(
      "---\ntitle: About\n---\n## Set up\n\n![L](assets/logo.svg)\n", to: "content/pages/about.md")
    try site.write("<svg/>", to: "content/assets/logo.svg")
    for (path, text) in files { try site.write(text, to: path) }
    var log = Diagnostics()
    let folder = try ContentFolder(site.folder.path())
    let library = try #require(
      try ContentReader(folder: folder).read(into: &log), "\(log.sorted.map(\.message))")
    let week = try #require(Edition.newestWeek(in: library))
    let plan = SitePlan(
      Edition(library: library, week: week), base: try #require(BaseAddress(base)), into: &log)
    let theme = Theme(
      builtIn: try TestSite.themeFiles(),
      own: templates.map { SourceFile(path: "templates/" + $0.key, text: $0.value) },
      language: "en", into: &log)
    let renderer = try #require(
      SiteRenderer(plan, theme: theme, into: &log), "\(log.sorted.map(\.message))")
    log = Diagnostics()
    var checker = LinkChecker(renderer)
    checker.check(into: &log)
    return log.sorted.map {
      let place = $0.span.startPosition
      return
        "\($0.span.file.path):\(place.line):\(place.column) \($0.rule.id) \($0.suggestion ?? "-")"
    }
  }

  private func report(_ body: String, keys: String = "") -> [String: String] {
    [Self.report: "---\nname: Alpha\n\(keys)---\n\(body)\n"]
  }

  @Test(arguments: [
    ("[x](/no/such/page/)", "4:5 dead-link -"),
    ("[x](/vendors/bta/)", "4:5 dead-link /vendors/beta/"),
    ("[x](/compare/beta-vs-alpha/)", "4:5 dead-link /compare/alpha-vs-beta/"),
    ("[x](/compare/alpha-vs-bet/#y)", "4:5 dead-link /compare/alpha-vs-beta/#y"),
    ("[x](gamma.md)", "4:5 dead-link -"), ("[x](/vendors/gamma/)", "4:5 dead-link -"),
    ("[x](bta.md)", "4:5 dead-link beta.md"),
    ("[x](vendors/beta/)", "4:5 dead-link /vendors/beta/"),
    ("[x](vendors/beta/index.html#y)", "4:5 dead-link /vendors/beta/#y"),
    ("[x](beta-vs-alpha)", "4:5 dead-link /compare/alpha-vs-beta/"),
    ("[x](#no-heading)", "4:5 dead-anchor -"), ("[x](/about/#set-upp)", "4:5 dead-anchor #set-up"),
    ("![x](assets/no.png)", "4:6 missing-file -"),
    ("![x](assets/lgo.svg)", "4:6 missing-file assets/logo.svg"),
    ("![x](/about/)", "4:6 missing-file -"), ("[x](../../../content/site.md)", "4:5 dead-link -"),
  ])
  func deadAddressesAreReported(body: String, finding: String) throws {
    let found = try findings(report(body))
    #expect(found == ["\(Self.report):\(finding)"])
  }

  @Test(arguments: [
    "[x](/vendors/beta/)", "[x](beta.md)", "[x](/compare/alpha-vs-beta/)", "[x](/about/#set-up)",
    "## One two\n\n[x](#one-two) [y](#top)", "![x](assets/logo.svg)",
    "[x](../../pages/about.md#set-up)",
    "[x](/base/about/)", "[x](/compare/?vendors=alpha,beta)", "[x](/feed.xml)", "`[x](/gone/)`",
    "[x](https://example.org/gone/)", "[x](/vendors/beta)", "[[beta]]",
  ])
  func addressesThatLeadSomewhereAreNot(body: String) throws {
    #expect(try findings(report(body)) == [])
  }

  @Test func everyKindOfFileIsFollowed() throws {
    let files = [
      Self.report:
        """
      ---
      name: Alpha
      pros: [ 'See [x](/a/)' ]
      risks: [ { title: R, text: '[x](/b/)' } ]
      ---

      """,
      "content/comparisons/alpha-vs-beta.md":
        "---\nvendors: [alpha, beta]\nanswer: '[x](/c/)'\n---\n[x](/d/)\n",
      "content/pages/other.md": "---\ntitle: Other\n---\n[x](/e/)\n",
      "content/authors/a.yaml": "name: A\nbio: '[x](/f/)'\n",
      "content/site.yaml":
        "title: T\nbaseURL: https://example.org/\ndisclosure: '[x](/g/)'\n"
        + "navigation: [ { text: N, url: /aboutt/ } ]\ncallToAction: { text: C, url: /h/ }\n",
    ]
    let found = try findings(files)
    #expect(
      found == [
        "content/authors/a.yaml:2:11 dead-link -",
        "content/comparisons/alpha-vs-beta.md:3:14 dead-link -",
        "content/comparisons/alpha-vs-beta.md:5:5 dead-link -",
        "content/pages/other.md:4:5 dead-link -",
        "\(Self.report):3:18 dead-link -", "\(Self.report):4:33 dead-link -",
        "content/site.yaml:3:18 dead-link -", "content/site.yaml:4:31 dead-link /about/",
        "content/site.yaml:5:31 dead-link -",
      ])
  }

  @Test(arguments: [
    ("<a href=\"/base/about/\">x</a> <a href=\"https://example.org/\">x</a>", []),
    ("<a href=\"/about/\">x</a>", ["1:10 dead-link /base/about/"]),
    ("<a href=\"/base/abot/\">x</a>", ["1:10 dead-link /base/about/"]),
    ("<img src=\"/base/assets/logo.svg\" alt=\"\">", [#"1:11 missing-file \(asset("logo.svg"))"#]),
    ("<img src=\"/base/no.png\" alt=\"\">", ["1:11 missing-file -"]),
    ("<a href=\"#main\">x</a>", []), ("<a href=\"#maim\">x</a>", ["1:10 dead-anchor #main"]),
    ("<a href=\"\\(site.homeURL)\">x</a>", []),
  ])
  func templatesAreFollowed(template: String, expected: [String]) throws {
    let found = try findings([:], templates: ["partials/links.html": template])
    #expect(found == expected.map { "templates/partials/links.html:\($0)" })
  }

  /// Only listed pairs have a page.
  @Test func aPairWithoutAPageIsNoName() throws {
    let category = try TestSite().read(text: "content/categories/apps.yaml")
    var files = report("[[alpha-vs-beta]]")
    files["content/categories/apps.yaml"] = category + "pairs: listed\n"
    #expect(try findings(files) == ["\(Self.report):4:3 dangling-reference -"])
  }
}
