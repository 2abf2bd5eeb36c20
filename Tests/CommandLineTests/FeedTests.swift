import Foundation
import FoundationXML
import TestSites
import Testing

/// S-13 over time: which changes have an entry, and the ids of entries.
@Suite struct FeedTests {
  private func site() throws -> TestSite {
    try TestSite(overlay: TestSite.fixtures.appending(path: "weeks"), withoutReports: true)
  }

  private func feeds(_ site: TestSite) throws -> [String] {
    let result = try Program.run(["build", "-s", site.folder.path()])
    #expect(result.code == 0, "\(result.errors)")
    return try ["feed.xml", "feed.json", "vendors/dash/feed.xml"].map {
      try String(contentsOf: site.folder.appending(path: "public/\($0)"), encoding: .utf8)
    }
  }

  private func entries(_ feed: String) -> [String] {
    feed.components(separatedBy: "<entry>").dropFirst().map {
      $0.components(separatedBy: "</entry>")[0]
    }
  }

  @Test func aReportThatChangesNothingHasNoEntry() throws {
    let site = try site()
    let before = try feeds(site)
    let same = try Data(
      contentsOf: site.folder.appending(path: "content/reports/2026-W15/dash.md"))
    try site.write(same, to: "content/reports/2026-W16/dash.md")
    #expect(try feeds(site) == before)
    // A different text with equal values does not change any data.
    try site.write(
      "---\nname: Dash\nscores: { ease: 9.0 }\nfeatures: { offline: unknown }\n---\nOther words.\n",
      to: "content/reports/2026-W16/dash.md")
    #expect(try feeds(site) == before)
  }

  @Test func aChangeAddsOneEntryAndTouchesNoOther() throws {
    let site = try site()
    try site.write(
      "title: Weeks\nbaseURL: https://example.org/apps/\n", to: "content/site.yaml")
    let before = try feeds(site)
    try site.write(
      "---\nname: Dash\nscores: { ease: 2 }\n---\n", to: "content/reports/2026-W16/dash.md")
    let after = try feeds(site)
    #expect(Array(entries(after[0]).dropFirst()) == entries(before[0]))
    #expect(entries(after[2]).count == entries(before[2]).count + 1)
    #expect(
      entries(after[0])[0].contains("<id>https://example.org/apps/vendors/dash/#2026-W16</id>"))
    #expect(entries(after[0])[0].contains("Ease: 9/10 → 2/10"))
  }

  /// A vendor that another one took the place of did not end.
  @Test func aRenamedVendorGoesOn() throws {
    let site = try site()
    try site.write(
      "---\nname: Dash\nretired: true\nrenamedTo: dart\n---\n",
      to: "content/reports/2026-W16/dash.md")
    try site.write("---\nname: Dart\n---\n", to: "content/reports/2026-W16/dart.md")
    let entry = try #require(
      entries(try feeds(site)[0]).first { $0.contains("/vendors/dash/#2026-W16</id>") })
    #expect(entry.contains("Name: Dash → Dart") && !entry.contains("etired"), "\(entry)")
    #expect(entry.contains("/vendors/dart/\""), "\(entry)")
  }

  @Test func asManyEntriesAsTheSiteAsksFor() throws {
    let site = try site()
    #expect(entries(try feeds(site)[0]).count == 6)
  }

  /// Values leave the page as plain text, with as many digits as tell them apart.
  @Test func valuesAreWrittenAsText() throws {
    let site = try TestSite(withoutReports: true)
    try site.write(
      """
      title: Apps
      winner: { by: none }
      groups:
        g:
          title: G
          criteria:
            x: { label: X, kind: text }
            l: { label: L, kind: list }
            n: { label: N, kind: number, digits: 1 }

      """, to: "content/categories/apps.yaml")
    try site.write("<svg/>", to: "content/assets/p.svg")
    try site.write(
      "---\nname: Beta\n---\n", to: "content/reports/2026-W14/beta.md")
    for (week, values) in [
      ("W14", "x: old, l: [one], n: 84.04"),
      (
        "W15",
        "x: '**new** [[beta]] H<sub>2</sub>O Vec<T> ![logo](assets/p.svg)', l: ['`two`'], n: 84.01"
      ),
    ] {
      try site.write(
        "---\nname: Alpha\ng: { \(values) }\n---\n", to: "content/reports/2026-\(week)/alpha.md")
    }
    let result = try Program.run(["build", "-s", site.folder.path()])
    #expect(result.code == 0, "\(result.errors)")
    for path in ["feed.json", "changes/2026-W15/index.html", "index.html"] {
      let text = try site.read(text: "public/" + path)
      #expect(text.contains("new Beta H2O Vec&lt;T&gt; logo"), "\(path)")
      #expect(!text.contains("**new**") && !text.contains("`two`"), "\(path)")
      #expect(text.contains("84.04") && text.contains("84.01"), "\(path)")
    }
    #expect(try site.read(text: "public/vendors/alpha/feed.xml").contains("new Beta H2O Vec"))
  }

  /// Characters that XML cannot represent do not break a feed.
  @Test func whatXMLCannotHoldIsReplaced() throws {
    let site = try site()
    try site.write(
      "---\nname: \"Da\\x0csh ]]> <b> &amp;\"\nscores: { ease: 3 }\n---\n",
      to: "content/reports/2026-W16/dash.md")
    let feed = try feeds(site)[0]
    #expect(feed.contains("Da\u{fffd}sh ]]&gt; &lt;b&gt; &amp;amp;"))
    let parser = XMLParser(data: Data(feed.utf8))
    #expect(parser.parse())
  }
}
