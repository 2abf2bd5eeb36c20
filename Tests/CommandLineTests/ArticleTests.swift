import Foundation
import TestSites
import Testing

/// An editor's article about a pair affects the page of that pair and no other.
struct ArticleTests {
  /// Creates a site of three vendors that differ only in name, and an article about two of them.
  private func site(_ article: String) throws -> TestSite {
    let site = try TestSite()
    let beta = try String(
      contentsOf: site.folder.appending(path: Self.report("beta")), encoding: .utf8)
    try site.write(
      beta.replacingOccurrences(of: "Beta", with: "Gamma"), to: Self.report("gamma"))
    try site.write(
      "---\n\(article)\n---\nAn article.\n", to: "content/comparisons/alpha-vs-beta.md")
    return site
  }

  private static func report(_ slug: String) -> String { "content/reports/2026-W14/\(slug).md" }

  private func page(_ pair: String, of site: TestSite) throws -> String {
    let file = site.folder.appending(path: "public/compare/\(pair)/index.html")
    return try String(contentsOf: file, encoding: .utf8)
  }

  private func build(_ site: TestSite) throws -> [String: Any] {
    let build = try Program.run(["build", "-s", site.folder.path(), "--format", "json"])
    #expect(build.code == 0, "\(build.errors)")
    return try build.object()
  }

  /// E002-05: a cell of an article decides the row and the winner of its pair, and is on no other
  /// page.
  @Test func aCellOfOnePairHoldsThereOnly() throws {
    let site = try site("vendors: [alpha, beta]\ncells: { beta: { scores.ease: 9 } }")
    _ = try build(site)
    let page = try page("alpha-vs-beta", of: site)
    #expect(page.contains("9/10") && page.contains("Beta leads"))
    #expect(page.contains("</span> Winner"))
    for other in ["alpha-vs-gamma", "beta-vs-gamma"] {
      let page = try self.page(other, of: site)
      #expect(!page.contains("9/10") && !page.contains("</span> Winner"), "\(other)")
    }
    let explain = try Program.run(
      ["explain", "beta", "alpha", "-s", site.folder.path(), "--format", "json"]
    ).object()
    #expect(explain["winner"] as? String == "beta")
  }

  /// Choice Q of the seeds: an editor may swap the vendors on the page, but never in the address.
  @Test func aSwappedPairKeepsItsAddress() throws {
    let site = try site(
      """
      vendors: [beta, alpha]
      cells: { beta: { scores.ease: 9 } }
      criteria: { rows: [ { label: Extra, values: [of beta, of alpha] } ] }
      chooseIf: { alpha: reasons for alpha, beta: reasons for beta }
      """)
    _ = try build(site)
    let page = try page("alpha-vs-beta", of: site)
    #expect(page.contains("<h1>Beta vs Alpha</h1>"))
    #expect(page.contains("rel=\"canonical\" href=\"https://example.org/compare/alpha-vs-beta/\""))
    #expect(page.contains("<td class=\"lead\">9/10"))
    #expect(page.contains("◀</span> <bdi>Beta</bdi>"))
    #expect(page.contains("<td>of beta</td><td>of alpha</td>"))
    #expect(page.contains("<dt>Choose Beta if</dt><dd>reasons for beta</dd>"))
  }

  /// A page becomes stale if an answer of one of its vendors changed, and only then.
  @Test func aPromptConcernsThoseWhoAnswered() throws {
    let site = try site("vendors: [alpha, beta]")
    func write(_ text: String) throws {
      try site.write(
        """
        ---
        title: Sum
        prompt: 1 + 1?
        date: 2026-03-30
        answers:
          - { vendor: alpha, model: A1, text: \(text) }
          - { vendor: gamma, model: C1, text: two }
        ---
        """, to: "content/prompts/sum.md")
    }
    try write("'2 < 3'")
    _ = try build(site)
    #expect(
      try page("alpha-vs-gamma", of: site).contains("<pre class=\"verbatim\">\n2 &lt; 3</pre>"))
    #expect(try !page("alpha-vs-beta", of: site).contains("<pre"))
    try write("'2 & 3'")
    #expect(try build(site)["written"] as? Int == 1)
    #expect(try page("alpha-vs-gamma", of: site).contains("2 &amp; 3"))
  }
}
