import Foundation
import TestSites
import Testing

struct ExternalLinkTests {
  /// Nothing listens on port 9 of this machine.
  @Test func deadEvidenceIsNamedByCriterionAndVendor() throws {
    let versus = try Versus()
    try versus.write("title: T\nbaseURL: https://example.org/\n", to: "content/site.yaml")
    try versus.write(
      """
      title: C
      winner: { by: none }
      groups: { g: { title: G, criteria: { soc: { label: SOC 2, kind: text } } } }

      """,
      to: "content/categories/c.yaml")
    try versus.write(
      """
      ---
      name: Alpha
      g:
        soc: { value: x, evidence: [{ url: 'http://127.0.0.1:9/a', title: A }] }

      """
        + "---\n[x](http://127.0.0.1:9/b)\n",
      to: "content/reports/2026-W14/alpha.md")
    #expect(try !versus.run("check").errors.contains("dead-outside-link"))
    let result = try versus.run("check", "--external")
    #expect(result.code == 0)
    #expect(
      result.errors.contains(
        "the evidence of 'SOC 2' of Alpha, 'http://127.0.0.1:9/a' answers nothing"),
      "\(result.errors)")
    #expect(result.errors.contains("alpha.md:6:5: warning: 'http://127.0.0.1:9/b' answers nothing"))
    #expect(try versus.run("check", "--external", "--strict").code == 1)
  }

  /// Two addresses a second are asked, so five take longer than one second.
  @Test func allRequestsTogetherHaveATimeLimit() throws {
    let versus = try Versus()
    #expect(try versus.run("init").code == 0)
    let links = (1...5).map { "[x](http://127.0.0.1:9/\($0))" }.joined(separator: " ")
    try versus.write("---\ntitle: Links\n---\n\(links)\n", to: "content/pages/links.md")
    let result = try versus.run("check", "--external", "--external-seconds", "1")
    #expect(result.code == 0)
    #expect(result.errors.contains(" not asked within 1 second; the next check goes on"))
    let all = try versus.run("check", "--external")
    #expect(!all.errors.contains("not asked"))
  }
}
