import Foundation
import TestSites
import Testing

/// What the reference of keys says is on methodology pages is there.
@Suite struct MethodologyTests {
  @Test func everyPartOfTheRubric() throws {
    let site = try TestSite()
    try site.write(
      """
      title: Apps
      winner: { by: none }
      groups: { scores: { title: Scores, criteria: { ease: { label: Ease, kind: score } } } }
      tiers: { gold: Gold tier }
      segments: { title: Suits whom, rows: { solo: One person } }
      frameworks:
        goals:
          title: GOALS
          source: the book
          scale: { min: 2, max: 7 }
          dimensions: { order: Order kept }
        plain: { title: Plain, dimensions: { calm: Calmness } }
      """, to: "content/categories/apps.yaml")
    for vendor in ["alpha", "beta"] {
      try site.write("---\nname: \(vendor)\n---\n", to: "content/reports/2026-W14/\(vendor).md")
    }
    let build = try Program.run(["build", "-q", "-s", site.folder.path()])
    #expect(build.code == 0, "\(build.errors)")
    let page = try site.read(text: "public/methodology/apps/index.html")
    for text in [
      "Gold tier", "Suits whom", "One person", "<h2 id=\"f-goals\">GOALS</h2>",
      "From the book, each dimension scored 2 to 7.", "<bdi>Order kept</bdi>",
      "<h2 id=\"f-plain\">Plain</h2>", "Each dimension is scored 1 to 5.", "<bdi>Calmness</bdi>",
    ] {
      #expect(page.contains(text), "\(text)")
    }
  }
}
