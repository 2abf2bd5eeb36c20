import Foundation
import TestSites
import Testing

/// What a key or a command says is what happens, or the author is told why not.
struct PromiseTests {
  private func site(_ rubric: String, _ reports: [String: String]) throws -> Versus {
    let versus = try Versus()
    try versus.write("title: T\nbaseURL: https://example.org/\n", to: "content/site.yaml")
    try versus.write("title: C\n\(rubric)\n", to: "content/categories/c.yaml")
    for (slug, text) in reports {
      try versus.write("---\n\(text)\n---\n", to: "content/reports/2026-W14/\(slug).md")
    }
    return versus
  }

  private let rubric = """
    headline: g.x
    groups:
      g:
        title: G
        criteria:
          x: { label: X, kind: number }
          e: { label: E, kind: set }
    """

  /// "Škoda" is one name, however its accents are written.
  @Test(arguments: [("a", "a"), ("S\u{30c}koda", "\u{160}koda")])
  func vendorsOfOneNameAreToldApart(first: String, second: String) throws {
    let versus = try site(
      rubric, ["a": "name: \(first)\ng: { x: 1 }", "c": "name: \(second)\ng: { x: 2 }"])
    #expect(try versus.run("build").code == 0)
    let page = try versus.read("public/compare/a-vs-c/index.html")
    let lines = page.split(separator: "\n").map(String.init)
    let tally = try #require(lines.first { $0.contains("class=\"tally\"") })
    #expect(tally.contains("\(first) (a) leads 0") && tally.contains("\(second) (c) leads 1"))
    for path in ["c/index.html", "compare/index.html", "vendors/a/index.html", "index.html"] {
      let text = try versus.read("public/" + path)
      #expect(text.contains("(a)"), "\(path)")
    }
    #expect(try versus.read("public/api/v1/vendors/c.json").contains("\(second) (c)"))
  }

  @Test func whatSetsShareIsSaidInWords() throws {
    let versus = try site(
      rubric,
      ["a": "name: A\ng: { e: [email, sms] }", "b": "name: B\ng: { e: [call, sms, email] }"])
    #expect(try versus.run("build").code == 0)
    let page = try versus.read("public/compare/a-vs-b/index.html")
    let cells = page.components(separatedBy: "<td").filter { $0.contains("class=\"chips\"") }
    let both = "<small>in both: <bdi>email</bdi>, <bdi>sms</bdi></small>"
    #expect(cells.count == 2 && cells[0].contains(both) && !cells[0].contains("only here"))
    #expect(cells[1].contains("<small>only here: <bdi>call</bdi></small>"), "\(cells)")
  }

  @Test(arguments: [
    ("state, digits: 1", "'digits' has no effect on the kind 'state'"),
    ("text, better: lower", "'better' has no effect"), ("score, unit: MB", "'unit' has no effect"),
    ("count, currency: EUR", "'currency' has no effect"), ("set, within: 1", "'within' has no"),
    ("number, minCount: 3", "'minCount' has no"), ("number, max: 3", "'max' has no effect"),
    ("date, scale: state", "'scale' has no effect"),
  ])
  func keysThatAKindIgnoresAreNamed(criterion: String, message: String) throws {
    let versus = try site(
      "winner: { by: none }\ngroups: { g: { title: G, criteria: { x: { label: X, kind: \(criterion)"
        + " } } } }", ["a": "name: A"])
    let result = try versus.run("check")
    #expect(result.code == 0)
    #expect(result.errors.contains("warning: \(message)"), "\(result.errors)")
    #expect(result.errors.contains("[ignored-key]"))
  }

  @Test func textsOfALanguageAreCheckedAtTheirPlace() throws {
    let versus = try site(rubric, ["a": "name: A\ng: { x: 1 }"])
    try versus.write(
      "title: T\nbaseURL: https://example.org/\nlanguage: de\n", to: "content/site.yaml")
    try versus.write("leder: Sieger\nownText: Eigenes\n", to: "templates/strings/de.yaml")
    try versus.write("\\(strings.ownText)\n", to: "templates/partials/own.html")
    let result = try versus.run("check")
    #expect(
      result.errors.contains(
        "templates/strings/de.yaml:1:1: warning: no template uses the string 'leder'"),
      "\(result.errors)")
    #expect(result.errors.contains("did you mean 'leader'?"))
    #expect(!result.errors.contains("uses the string 'ownText'"))
    try versus.write("vendorTitle: 'Zu \\(nam)'\n", to: "templates/strings/de.yaml")
    let wrong = try versus.run("check")
    #expect(wrong.code == 1)
    #expect(
      wrong.errors.contains(
        "templates/strings/de.yaml:1:14: error: the string 'vendorTitle' takes"), "\(wrong.errors)")
  }

  @Test func aRetiredVendorKeepsItsFeedAndItsData() throws {
    let versus = try site(
      rubric,
      ["a": "name: A\ng: { x: 1 }", "b": "name: B\ng: { x: 2 }", "old": "name: Old\ng: { x: 2 }"])
    try versus.write(
      "---\nname: Old\nretired: true\nrenamedTo: b\n---\n", to: "content/reports/2026-W15/old.md")
    try versus.write(
      "---\nname: A\nretired: true\n---\n", to: "content/reports/2026-W15/a.md")
    let plan = try versus.run("plan", "--host", "cloudflare-free", "--format", "json").object()
    let limits = try #require(plan["limits"] as? [[String: Any]])
    let redirects = limits.first { $0["limit"] as? String == "redirects" }
    // Its page, and that of its earlier report.
    #expect(redirects?["planned"] as? Int == 2)
    #expect(try versus.run("build").code == 0)
    #expect(try versus.read("public/vendors/a/feed.xml").contains("2026-W15"))
    #expect(try versus.read("public/vendors/old/feed.xml").contains("<entry>"))
    let data = try versus.read("public/api/v1/vendors/old.json")
    #expect(data.contains("\"isRetired\":true") && data.contains("\"renamedTo\":\"b\""))
    #expect(try versus.run("build", "--verify").code == 0)
  }

  /// A pair with a vendor that has gone leads to what is left of the vendor.
  @Test func namesOfPairsOutliveTheirVendors() throws {
    let versus = try site(
      rubric,
      ["a": "name: A\ng: { x: 1 }", "b": "name: B\ng: { x: 2 }", "old": "name: Old\ng: { x: 2 }"])
    try versus.write(
      "---\nname: Old\nretired: true\nrenamedTo: b\n---\n", to: "content/reports/2026-W15/old.md")
    try versus.write("---\nname: A\nretired: true\n---\n", to: "content/reports/2026-W15/a.md")
    try versus.write(
      "---\ntitle: About\n---\nSee [[a-vs-b]] and [[a-vs-old]].\n", to: "content/pages/about.md")
    #expect(try versus.run("build").code == 0)
    let page = try versus.read("public/about/index.html")
    #expect(page.contains("<a href=\"/vendors/a/\">A vs B</a>"), "\(page)")
    #expect(page.contains("<a href=\"/vendors/a/\">A vs Old</a>") && !page.contains("[["))
  }

  /// An empty reviewer is none.
  @Test func nobodyReviewed() throws {
    let versus = try site(
      rubric,
      [
        "a": "name: A\ng: { x: 1 }\ndisclosure: { made: ai-assisted, by: '', reviewedBy: '' }",
        "b": "name: B\ng: { x: 2 }",
      ])
    #expect(try versus.run("build").code == 0)
    #expect(try !versus.read("public/vendors/a/index.html").contains("Reviewed by"))
  }
}
