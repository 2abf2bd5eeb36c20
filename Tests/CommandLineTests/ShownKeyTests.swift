import Foundation
import TestSites
import Testing

/// Keys and files of a site that pages show: each has an effect where readers look for it.
struct ShownKeyTests {
  private func build(_ site: TestSite, _ arguments: String...) throws -> String {
    let result = try Program.run(["build", "-s", site.folder.path()] + arguments)
    #expect(result.code == 0, "\(result.errors)")
    return result.errors
  }

  private func report(_ text: String) -> String { "---\n\(text)\n---\n" }

  // MARK: Logos

  @Test func aLogoIsShownWhereTheVendorIs() throws {
    let site = try TestSite()
    try site.write(
      report("name: Alpha\nlogo: assets/alpha.svg\nscores: { ease: 7 }"),
      to: "content/reports/2026-W14/alpha.md")
    try site.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: "content/assets/alpha.svg")
    _ = try build(site)
    let logo =
      /<img class="logo" src="(\/assets\/alpha\.[0-9a-f]{16}\.svg)" alt="" width="\d+" height="\d+"/
    var paths: Set<String> = []
    for path in ["compare/alpha-vs-beta", "vendors/alpha", "apps"] {
      let page = try site.read(text: "public/\(path)/index.html")
      paths.insert(String(try #require(page.firstMatch(of: logo), "\(path)").1))
      #expect(page.matches(of: logo).count == 1, "beta has none")
    }
    let old = try #require(paths.first)
    #expect(
      FileManager.default.fileExists(atPath: site.folder.appending(path: "public" + old).path()))
    // Another picture has another address, on every page that shows it.
    try site.write(
      "<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>", to: "content/assets/alpha.svg")
    _ = try build(site)
    #expect(!(try site.read(text: "public/compare/alpha-vs-beta/index.html")).contains(old))
    _ = try build(site, "--verify")
  }

  @Test(arguments: [
    ("assets/alpah.svg", "did you mean 'assets/alpha.svg'?"), ("assets/a.pdf", "a picture"),
  ])
  func aLogoThatIsNoneIsAnError(path: String, message: String) throws {
    let site = try TestSite()
    try site.write(
      report("name: Alpha\nlogo: \(path)\nscores: { ease: 7 }"),
      to: "content/reports/2026-W14/alpha.md")
    for file in ["alpha.svg", "a.pdf"] { try site.write("<svg/>", to: "content/assets/\(file)") }
    let result = try Program.run(["check", "-s", site.folder.path()])
    #expect(result.code == 1)
    #expect(result.errors.contains("alpha.md:3:7: error: "))
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  // MARK: Reasons

  @Test func aReasonStandsBesideTheScoresThatMoved() throws {
    let site = try TestSite()
    try site.write(
      report("name: Alpha\nreason: Audited <anew>.\nscores: { ease: 2, bugs: 1, speed: 200 ms }"),
      to: "content/reports/2026-W15/alpha.md")
    _ = try build(site)
    let reason = "Audited &lt;anew&gt;."
    let page = try site.read(text: "public/vendors/alpha/index.html")
    // Once beside the score that moved, not beside the count, and once in the history.
    #expect(page.components(separatedBy: reason).count == 3)
    let row = try #require(
      page.split(separator: "\n").first { $0.contains("<bdi>Ease</bdi>") && $0.contains("<tr") })
    #expect(row.contains("−5 since 2026-W14") && row.contains(reason))
    let changes = try site.read(text: "public/changes/2026-W15/index.html")
    #expect(changes.components(separatedBy: reason).count == 2)
    #expect(!(try site.read(text: "public/vendors/alpha/2026-W14/index.html")).contains(reason))
  }

  // MARK: Templates for groups

  @Test func aTemplateForAGroupIsFoundByIdBeforeKind() throws {
    let site = try TestSite()
    let category = try site.read(text: "content/categories/apps.yaml")
    try site.write(
      category.replacing(
        "segments:",
        with: "  safe: { title: Safe, criteria: { sso: { label: SSO, kind: state } } }\n"
          + "  laws: { title: Laws, criteria: { gdpr: { label: GDPR, kind: state } } }\nsegments:"),
      to: "content/categories/apps.yaml")
    for name in ["alpha", "beta"] {
      try site.write(
        report(
          "name: \(name)\nscores: { ease: 7 }\nsafe: { sso: yes }\nlaws: { gdpr: no }\n"
            + "fit: { small: good }"),
        to: "content/reports/2026-W14/\(name).md")
    }
    let partials = "templates/partials/groups"
    try site.write("<p>Kind: \\(group.title)</p>\n", to: "\(partials)/state.html")
    try site.write("<p>Id: \\(group.title)</p>\n", to: "\(partials)/laws.html")
    try site.write("<p>Fit of \\(left.name)</p>\n", to: "\(partials)/segments.html")
    #expect(try build(site) == "")
    for path in ["compare/alpha-vs-beta", "vendors/alpha"] {
      let page = try site.read(text: "public/\(path)/index.html")
      #expect(page.contains("<p>Kind: Safe</p>") && page.contains("<p>Id: Laws</p>"), "\(path)")
      #expect(page.contains("<bdi>Ease</bdi>"), "other groups keep their table")
    }
    // A template that names both vendors cannot be used where there is one.
    let comparison = try site.read(text: "public/compare/alpha-vs-beta/index.html")
    #expect(comparison.contains("<p>Fit of alpha</p>"))
    #expect(!(try site.read(text: "public/vendors/alpha/index.html")).contains("Fit of"))
  }

  @Test func aTemplateForNoGroupIsNamed() throws {
    let site = try TestSite()
    try site.write("<p>x</p>\n", to: "templates/partials/groups/statee.html")
    #expect(try build(site).contains("templates/partials/groups/statee.html:1:1: warning"))
  }

  @Test func aMistakeInATemplateForAGroupIsReportedThere() throws {
    let site = try TestSite()
    try site.write("<p>\\(group.titel)</p>\n", to: "templates/partials/groups/scores.html")
    let result = try Program.run(["check", "-s", site.folder.path()])
    #expect(result.code == 1)
    #expect(result.errors.contains("templates/partials/groups/scores.html:1:12: error"))
  }

  // MARK: Languages

  @Test func pagesWriteValuesInTheLanguageOfTheSite() throws {
    let site = try TestSite()
    try site.write(
      "title: Base\nbaseURL: https://example.org/\nlanguage: de\n", to: "content/site.yaml")
    try site.write("periodMonth: Monat\n", to: "templates/strings/de.yaml")
    try site.write(
      report(
        """
        name: Alpha
        updated: 2025-10-14
        scores: { ease: 7 }
        features: { price: { amount: 1234.5, per: month }, share: 12.5, since: 2020-02-29 }
        """), to: "content/reports/2026-W14/alpha.md")
    _ = try build(site)
    for path in ["vendors/alpha", "compare/alpha-vs-beta"] {
      let page = try site.read(text: "public/\(path)/index.html")
      for shown in ["1.234,50\u{a0}€ / Monat", "12,5\u{a0}%", "29. Februar 2020"] {
        #expect(page.contains(shown), "\(path): \(shown)")
      }
    }
    #expect(try site.read(text: "public/vendors/alpha/index.html").contains("14. Oktober 2025"))
    // Data does not depend on the language.
    #expect(
      try site.read(text: "public/data/apps.csv").contains("1234.5,EUR,month,12.5,2020-02-29"))
  }

  // MARK: Alternatives

  /// Ten at most, however many vendors there are; those that the report names are among them.
  @Test func alternativesAreBounded() throws {
    let site = try TestSite()
    for index in 10..<40 {
      try site.write(
        report("name: V\(index)\nscores: { ease: \(index % 10) }"),
        to: "content/reports/2026-W14/v-\(index).md")
    }
    try site.write(
      report(
        "name: Alpha\nscores: { ease: 9 }\nalternatives:\n"
          + "  - { vendor: v-10, relation: alternative, note: Much slower }\n"
          + "  - { name: Elsewhere, url: 'https://x.example/', relation: alternative }"),
      to: "content/reports/2026-W14/alpha.md")
    _ = try build(site)
    let page = try site.read(text: "public/vendors/alpha/alternatives/index.html")
    let links = page.matches(of: /<td><a href="\/compare\/(alpha-vs-[^\/]*)\/"/).map { "\($0.1)" }
    #expect(links.count == 10 && Set(links).count == 10)
    #expect(links.last == "alpha-vs-v-10", "named, though it is the farthest")
    #expect(links.prefix(3) == ["alpha-vs-v-19", "alpha-vs-v-29", "alpha-vs-v-39"])
    #expect(page.contains("Much slower") && page.contains("https://x.example/"))
    let vendor = try site.read(text: "public/vendors/alpha/index.html")
    #expect(vendor.contains(#"<a href="/vendors/alpha/alternatives/">Alternatives to Alpha</a>"#))
  }
}
