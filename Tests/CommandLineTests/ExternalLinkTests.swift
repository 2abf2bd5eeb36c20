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

  /// The cache of good answers comes from a checkout: what makes no sense in it counts as nothing.
  @Test(arguments: ["times", "pipe", "sparse", "link"])
  func aCacheIsUntrusted(kind: String) throws {
    let versus = try Versus()
    #expect(try versus.run("init").code == 0)
    let address = "http://127.0.0.1:9/a"
    try versus.write("---\ntitle: Links\n---\n[x](\(address))\n", to: "content/pages/links.md")
    let outside = try Versus()
    try outside.write("\(time(nil)) 200 \(address)\n", to: "links.txt")
    let cache = versus.folder + "/.versus/links.txt"
    let times = [Int.min, .max, -1, 0, time(nil) + 1000, time(nil) - 8 * 24 * 60 * 60]
    try versus.write(
      times.map { "\($0) 200 \(address)\n" }.joined() + "\n \n1\nx y z\n", to: ".versus/links.txt")
    if kind != "times" { try versus.remove(".versus/links.txt") }
    switch kind {
    case "pipe": #expect(unsafe mkfifo(cache, 0o644) == 0)
    case "sparse":
      try versus.write("", to: ".versus/links.txt")
      let isLarge = unsafe truncate(cache, 20 << 30) == 0
      try #require(isLarge)
    case "link":
      try FileManager.default.createSymbolicLink(
        atPath: cache, withDestinationPath: outside.folder + "/links.txt")
    default: break
    }
    let result = try versus.run("check", "--external")
    #expect(result.errors.contains("'\(address)' answers nothing") || result.code == 3)
    #expect(result.code == (kind == "link" ? 3 : 0), "\(result.errors)")
    #expect(try outside.read("links.txt").hasSuffix(" 200 \(address)\n"))
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
