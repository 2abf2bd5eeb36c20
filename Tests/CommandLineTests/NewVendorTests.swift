import TestSites
import Testing

struct NewVendorTests {
  private func site(categories: [String] = ["c"]) throws -> Versus {
    let versus = try Versus()
    try versus.write("title: T\nbaseURL: https://example.org/\n", to: "content/site.yaml")
    for name in categories {
      try versus.write(
        """
        title: C
        winner: { by: none }
        groups: { \(name)-facts: { title: G, criteria: { x: { label: X, kind: number } } } }

        """,
        to: "content/categories/\(name).yaml")
    }
    return versus
  }

  private func path(_ name: String, _ week: String) -> String {
    "content/reports/\(week)/\(name).md"
  }

  @Test func theFirstVendor() throws {
    let versus = try site()
    let unsaid = try versus.run("new", "vendor", "debian")
    #expect(unsaid.code == 2 && unsaid.errors.contains("say which week"), "\(unsaid.errors)")
    let result = try versus.run("new", "vendor", "debian", "2026-W14")
    #expect(result.code == 0, "\(result.errors)")
    #expect(try versus.read(path("debian", "2026-W14")).contains("c-facts:\n  x:   # X, number\n"))
    #expect(try versus.run("check").code == 0)
  }

  /// An empty report of a known vendor would blank all that is known of it.
  @Test func aKnownVendorIsCopied() throws {
    let versus = try site()
    try versus.write("---\nname: A\nc-facts: { x: 7 }\n---\nBody\n", to: path("a", "2026-W14"))
    let result = try versus.run("new", "vendor", "a", "2026-W15")
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.errors.contains("A copy of \(path("a", "2026-W14"))"))
    #expect(try versus.read(path("a", "2026-W15")) == versus.read(path("a", "2026-W14")))
    let again = try versus.run("new", "vendor", "a", "2026-W15")
    #expect(again.code == 2 && again.errors.contains("already there"))
  }

  @Test func theCategoryIsAskedFor() throws {
    let versus = try site(categories: ["c", "d"])
    let unsaid = try versus.run("new", "vendor", "a", "2026-W14")
    #expect(unsaid.code == 2 && unsaid.errors.contains("give --category: one of c, d"))
    #expect(try versus.run("new", "vendor", "a", "2026-W14", "--category", "e").code == 2)
    #expect(try versus.run("new", "vendor", "a", "2026-W14", "--category", "d").code == 0)
    let text = try versus.read(path("a", "2026-W14"))
    #expect(text.contains("category: d\n") && text.contains("d-facts:"))
    #expect(try versus.run("check").code == 0)
  }
}
