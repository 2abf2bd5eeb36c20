import Comparing
import Content
import Diagnosing
import Planning
import Reading
import TestSeeds
import TestSites
import Testing

/// The collisions found without examining all pairs equal those found by examining all pairs.
struct PairCollisionTests {
  private static let slugs = ["a", "a-vs", "b", "b-vs", "vs", "vs-a", "vs-b", "vs-vs", "z", "z-vs"]

  /// Creates a site with some of the slugs in two categories, the second of which may list its
  /// pairs.
  private func edition(seed: UInt64, comparison: String) throws -> Edition {
    var numbers = SplitMix(seed: seed)
    let site = try TestSite(withoutReports: true)
    try site.write(
      "title: T\nbaseURL: https://example.org/\npaths: { comparison: '\(comparison)' }\n",
      to: "content/site.yaml")
    let isListed = seed.isMultiple(of: 3)
    for (name, pairs) in [("apps", "all"), ("tools", isListed ? "listed" : "all")] {
      try site.write(
        "title: \(name)\nwinner: { by: none }\npairs: \(pairs)\ngroups: { g: { title: G, "
          + "criteria: { c: { label: C, kind: count } } } }\n",
        to: "content/categories/\(name).yaml")
    }
    var tools: [String] = []
    for slug in Self.slugs where numbers.below(10) < 7 {
      let isTool = numbers.below(3) == 0
      if isTool { tools.append(slug) }
      try site.write(
        "---\nname: \(slug)\ncategory: \(isTool ? "tools" : "apps")\n---\n",
        to: "content/reports/2026-W14/\(slug).md")
    }
    // A file name is split at the first `-vs-`.
    for left in tools where !left.hasSuffix("-vs") {
      for right in tools where left < right && numbers.flip() {
        try site.write(
          "---\nvendors: [\(left), \(right)]\n---\n",
          to: "content/comparisons/\(left)-vs-\(right).md")
      }
    }
    let (read, found) = try site.read()
    let library = try #require(read, "\(DiagnosticFormat.text.print(found.sorted, color: false))")
    return Edition(library: library, week: try #require(Week("2026-W14")))
  }

  @Test(
    arguments: [
      #"/compare/\(left)-vs-\(right)/"#, #"/compare/\(right)-vs-\(left)/"#, #"/\(left)/\(right)/"#,
    ])
  func whatIsReportedIsWhatAllPairsShow(comparison: String) throws {
    var sites = 0
    for seed in Seeds.first(60) {
      let edition = try edition(seed: seed, comparison: comparison)
      var diagnostics = Diagnostics()
      let plan = SitePlan(
        edition, base: try #require(BaseAddress("https://example.org/")), into: &diagnostics)
      var counts: [String: Int] = [:]
      for left in edition.categoryPositions.flatMap({ edition.vendorPositions(of: $0) }) {
        for right in plan.rights(ofLeft: left) {
          let pair = PairPosition(left.category, left: left.index, right: right)
          counts[plan.path(of: .comparison(pair)), default: 0] += 1
        }
      }
      let shared = counts.filter { $0.value > 1 }.keys
      let messages = diagnostics.sorted.map(\.message)
      #expect(messages.isEmpty == shared.isEmpty, "seed \(seed): \(shared), \(messages)")
      #expect(messages.allSatisfy { text in shared.contains { text.contains("'\($0)'") } })
      sites += shared.isEmpty ? 0 : 1
    }
    // With a slash between the vendors, no two pairs can collide.
    guard !Seeds.areSelected else { return }
    #expect(comparison.contains("-vs-") ? sites > 4 : sites == 0, "\(sites)")
  }
}
