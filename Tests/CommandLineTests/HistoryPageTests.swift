import Foundation
import TestSites
import Testing

/// Pages about other weeks, on the site `Tests/Sites/weeks`.
@Suite struct HistoryPageTests {
  private func build(_ arguments: String...) throws -> (TestSite, (String) throws -> String) {
    let site = try TestSite(
      overlay: TestSite.fixtures.appending(path: "weeks"), withoutReports: true)
    let result = try Program.run(["build", "-s", site.folder.path()] + arguments)
    #expect(result.code == 0, "\(result.errors)")
    return (
      site,
      { path in
        let url = site.folder.appending(path: "public/\(path)index.html")
        return try String(contentsOf: url, encoding: .utf8)
      }
    )
  }

  @Test func everyWeekButTheFirstHasItsChanges() throws {
    let (site, page) = try build()
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: site.folder.appending(path: "public/changes").path())
    #expect(
      folders.sorted() == [
        "2025-W52", "2026-W01", "2026-W13", "2026-W14", "2026-W15", "index.html",
        "index.md",
      ])
    let text = try page("changes/2026-W14/")
    for part in [
      "Compared with 2026-W13.", "<td>score, max 20, higher leads</td>", "<li>Core</li>",
      "<bdi>Bolt</bdi> → <bdi>Bolt &amp; Söhne</bdi>", "<bdi>Gold</bdi> → <bdi>Silver</bdi>",
      #"""
      <a href="/apps/compare/ace-vs-bolt/">Ace vs Bolt &amp; Söhne</a></th>\#
      <td>Bolt &amp; Söhne</td><td>Ace</td>
      """#,
      "<td>Ease</td><td>6/10</td><td>8/10</td><td>+1 −0</td>", "See &lt;b&gt; &amp; this",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    // Dash's second report repeats the first.
    #expect(try page("changes/2026-W15/").contains("Nothing changed."))
  }

  @Test func historyShowsGapsAsGaps() throws {
    let (_, page) = try build()
    let text = try page("vendors/ace/")
    #expect(text.contains("2026-W02 – 2026-W12</bdi> <small>no report</small>"))
    // Ease has three weeks, a gap, and two weeks. Speed is missing in the fourth report.
    #expect(text.contains(#"<polyline points="5,24 20.3,22.1 35.7,20.2"/>"#))
    #expect(text.contains(#"<polyline points="219.7,20.2 235,12.6"/>"#))
    let speed = try #require(text.split(separator: "<figure").first { $0.contains("chart-speed") })
    #expect(speed.count(of: "<polyline points") == 1 && speed.count(of: "<circle") == 4)
    #expect(speed.count(of: #"<polyline class="gap""#) == 1)
    #expect(!(try page("vendors/bolt/").contains("2026-W14</bdi></a>")))
  }

  /// S-15
  @Test func earlierReportsLeadToTheCurrentOne() throws {
    let (site, page) = try build()
    let text = try page("vendors/ace/2026-W13/")
    #expect(text.contains(#"<meta name="robots" content="noindex">"#))
    #expect(text.contains(#"<link rel="canonical" href="https://example.org/apps/vendors/ace/">"#))
    #expect(text.contains(#"The current one is of <a href="/apps/vendors/ace/">2026-W14</a>"#))
    #expect(text.contains("−€3.50 since 2026-W01"))
    let folder = site.folder.appending(path: "public/vendors").path()
    #expect(!FileManager.default.fileExists(atPath: folder + "/ace/2026-W14"))
    #expect(try page("vendors/core/").contains(#"<meta name="robots" content="noindex">"#))
  }

  @Test func changesStandBesideTheirValues() throws {
    let (_, page) = try build()
    for path in ["apps/", "compare/ace-vs-bolt/", "vendors/ace/"] {
      #expect(try page(path).contains("+2 since 2026-W13"), "\(path)")
      #expect(try page(path).contains("Partial in 2026-W13"), "\(path)")
    }
    // A value that did not change, or that was missing before, shows no change.
    #expect(try page("compare/ace-vs-bolt/").count(of: "since 2026-W13") == 2)
  }

  /// T-13
  @Test func whatWasCorrectedLinksToTheLog() throws {
    let (_, page) = try build()
    let log = try page("corrections/")
    #expect(log.contains(#"The ease of <a href="/apps/vendors/ace/">Ace</a> was given as 9."#))
    #expect(log.contains("Core was said to be &quot;alive&quot; &amp; well."))
    for (path, anchor) in [
      ("vendors/ace/", "c-3"), ("vendors/ace/2026-W13/", "c-3"), ("about/", "c-1"),
      ("compare/ace-vs-bolt/", "c-4"), ("compare/ace-vs-dash/", "c-5"),
    ] {
      #expect(log.contains(#"<section id="\#(anchor)""#))
      #expect(try page(path).contains(#"<a href="/apps/corrections/#\#(anchor)">"#), "\(path)")
    }
    for path in ["vendors/ace/2026-W01/", "vendors/bolt/", "compare/bolt-vs-dash/"] {
      #expect(try !page(path).contains("/apps/corrections/#"))
    }
  }

  /// A frozen week is rendered without later corrections.
  @Test func aCorrectionDoesNotThaw() throws {
    let site = try TestSite(
      overlay: TestSite.fixtures.appending(path: "weeks"), withoutReports: true)
    let path = site.folder.path()
    #expect(try Program.run(["snapshot", "2026-W15", "-s", path]).code == 0)
    try site.write(
      "- { date: 2026-05-02, page: bolt, wrong: It said so., right: It is not so. }\n",
      to: "content/corrections.yaml")
    #expect(try Program.run(["snapshot", "verify", "2026-W15", "-s", path]).code == 0)
  }

  @Test func anEarlierWeekKnowsNothingOfLaterOnes() throws {
    let (site, page) = try build("-w", "2026-W01")
    #expect(try !page("vendors/ace/").contains("2026-W13"))
    #expect(try page("vendors/core/").contains("Core"))
    let folder = site.folder.appending(path: "public/changes").path()
    #expect(!FileManager.default.fileExists(atPath: folder + "/2026-W14"))
  }
}

extension StringProtocol {
  /// Returns how often a text occurs.
  fileprivate func count(of part: String) -> Int { components(separatedBy: part).count - 1 }
}
