import Foundation
import FoundationXML
import TestSites
import Testing

/// The files for other programs: tables, their schemas, and badges.
struct OpenDataTests {
  private func built(_ files: KeyValuePairs<String, String> = [:]) throws -> TestSite {
    let site = try TestSite()
    for (path, text) in files { try site.write(text, to: path) }
    let result = try Program.run(["build", "-s", site.folder.path()])
    #expect(result.code == 0, "\(result.errors)")
    return site
  }

  private static let category = """
    title: Apps
    headline: facts.score
    tiers: { gold: Gold }
    groups:
      facts:
        title: Facts
        criteria:
          score: { label: Score, kind: score, help: "Its help, in words." }
          price: { label: Price, kind: money, currency: EUR }
          share: { label: Share, kind: percent }
          wait: { label: Wait, kind: duration }
          since: { label: Since, kind: date }
          state: { label: State, kind: state }
          rating: { label: Rating, kind: rating }
          tags: { label: Tags, kind: set }
          items: { label: Items, kind: list }
          note: { label: Note, kind: text }
    """

  private static let alpha = #"""
    ---
    name: '=HYPERLINK("https://x.example","Alpha")'
    tier: gold
    updated: 2026-04-01
    facts:
      score: 1.50
      price: { amount: 4.5, per: month }
      share: { of: 3, met: 1 }
      wait: PT1M30S
      since: 2020-02-29
      state: partial
      rating: { value: 4.3, max: 5, count: 1200 }
      tags: [a, b]
      items: [ "**One**, two", "-three" ]
      note: "-5 and `@x`, \"quoted\""
    ---
    """#

  private static let beta = """
    ---
    name: Beta
    facts: { score: 2, price: contact, note: "@SUM(A1)" }
    ---
    """

  private static let files: KeyValuePairs = [
    "content/categories/apps.yaml": category,
    "content/reports/2026-W14/alpha.md": alpha, "content/reports/2026-W14/beta.md": beta,
  ]

  /// Numbers remain numbers, and no text runs as a formula.
  @Test func tablesAreHarmlessCSV() throws {
    let csv = try built(Self.files).read(text: "public/data/apps.csv")
    let expected = [
      "vendor,name,week,updated,stale,tier,url,facts.score,facts.price,facts.price.currency,"
        + "facts.price.per,facts.share,facts.wait,facts.since,facts.state,facts.rating,"
        + "facts.rating.max,facts.rating.count,facts.tags,facts.items,facts.note",
      #"alpha,"'=HYPERLINK(""https://x.example"",""Alpha"")",2026-W14,2026-04-01,no,gold,"#
        + "https://example.org/vendors/alpha/,1.5,4.5,EUR,month,33.333333,90,2020-02-29,partial,"
        + #"4.3,5,1200,a; b,"One, two; -three","'-5 and @x, ""quoted""""#,
      "beta,Beta,2026-W14,2026-03-30,no,,https://example.org/vendors/beta/,2,contact,,,,,,,,,,,,"
        + "'@SUM(A1)",
    ]
    #expect(csv == expected.map { $0 + "\r\n" }.joined())
  }

  /// Every data file of every site conforms to its published schema.
  @Test(arguments: GoldenSite.all)
  func dataKeepsItsSchema(site: GoldenSite) throws {
    try expectSchemas(try site.build())
  }

  @Test func valuesOfEveryKindKeepTheirSchema() throws {
    let site = try built(Self.files)
    try expectSchemas(Versus.files(below: site.folder.appending(path: "public").path()))
  }

  private func expectSchemas(_ files: [String: Data]) throws {
    func json(_ path: String) throws -> Any {
      try JSONSerialization.jsonObject(with: try #require(files[path], "\(path)"))
    }
    var count = 0
    for path in files.keys.sorted() where path.hasSuffix(".json") && !path.contains("schema") {
      let schema: String
      if path == "api/v1/index.json" {
        schema = "api/v1/index.schema.json"
      } else if path.hasPrefix("api/v1/vendors/") {
        schema = "api/v1/vendor.schema.json"
      } else if path.hasPrefix("data/") {
        schema = path.replacing(".json", with: ".schema.json")
      } else {
        continue
      }
      count += 1
      let rules = try #require(try json(schema) as? [String: Any])
      #expect(MiniSchema(rules).problems(of: try json(path), at: path) == [])
      #expect((rules["$id"] as? String)?.hasSuffix("/" + schema) == true)
    }
    #expect(count > 2)
  }

  // MARK: Badges

  @Test func aBadgeSaysWhatTheReportSays() throws {
    let site = try built(Self.files)
    let badge = try site.read(text: "public/badges/alpha.svg")
    #expect(badge.contains("Score 1.50/100") || badge.contains("Score 1.5/100"))
    let parser = XMLParser(data: Data(badge.utf8))
    #expect(parser.parse(), "well-formed, whatever the name is")
    let page = try site.read(text: "public/vendors/beta/index.html")
    let code =
      #"&lt;a href=&quot;https://example.org/vendors/beta/&quot;&gt;&lt;img "#
      + #"src=&quot;https://example.org/badges/beta.svg&quot; alt=&quot;Beta on Base&quot;"#
    #expect(page.contains(code), "the code to embed is there as text")
    #expect(page.contains("[![Beta on Base](https://example.org/badges/beta.svg)]"))
  }

  @Test func aSiteMayHaveNone() throws {
    let site = try built(
      ["content/site.yaml": "title: Base\nbaseURL: https://example.org/\nbadges: false\n"])
    #expect(
      !FileManager.default.fileExists(atPath: site.folder.appending(path: "public/badges").path()))
    #expect(!(try site.read(text: "public/vendors/beta/index.html").contains("badge")))
  }

  /// T-12: an old value is not mistaken for a current one.
  @Test func anOldReportIsNamedOld() throws {
    let site = try built([
      "content/site.yaml": "title: Base\nbaseURL: https://example.org/\nstaleAfterWeeks: 1\n",
      "content/reports/2026-W20/beta.md": "---\nname: Beta\nscores: { ease: 1 }\n---\n",
    ])
    #expect(try site.read(text: "public/badges/alpha.svg").contains("(2026-W14, Older report)"))
    #expect(!(try site.read(text: "public/badges/beta.svg").contains("Older")))
  }
}
