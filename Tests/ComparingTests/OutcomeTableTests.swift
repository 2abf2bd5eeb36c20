import Comparing
import Content
import Diagnosing
import Reading
import TestSeeds
import TestSites
import Testing

/// The integer table gives the same results as `Comparison`, for random rubrics and values.
struct OutcomeTableTests {
  @Test(arguments: Seeds.first(60))
  func tableIsComparison(seed: UInt64) throws {
    let read = try TestSite.ofAllKinds(seed: seed).read()
    let library = try #require(read.library, "\(read.diagnostics.sorted.map(\.message))")
    let week = try #require(Edition.newestWeek(in: library))
    let entry = try #require(
      Edition(library: library, week: week).categories.first { $0.category.title == "Apps" })
    let table = try #require(OutcomeTable(entry))
    var outcome = table.emptyOutcome
    for left in entry.vendors.indices {
      for right in entry.vendors.indices where left != right {
        let comparison = Comparison(
          of: entry.vendors[left], and: entry.vendors[right], in: entry.category)
        table.compare(left, right, into: &outcome)
        #expect(outcome == comparison.outcome, "seed \(seed): \(left) and \(right)")
      }
    }
  }

  /// Differences that no integer can represent are left to `Comparison`.
  @Test func tooFineForWholeNumbers() throws {
    let site = try TestSite()
    try site.write(
      """
      title: Apps
      winner: { by: leads }
      groups: { g: { title: G, criteria: { x: { label: X, kind: number, within: 0.1 } } } }

      """,
      to: "content/categories/apps.yaml")
    for (slug, value) in [("alpha", "12345678901234567890.1"), ("beta", "2")] {
      try site.write(
        "---\nname: \(slug)\ng: { x: \(value) }\n---\n", to: "content/reports/2026-W14/\(slug).md")
    }
    let read = try site.read()
    let library = try #require(read.library, "\(read.diagnostics.sorted.map(\.message))")
    let week = try #require(Edition.newestWeek(in: library))
    let entry = try #require(Edition(library: library, week: week).categories.first)
    #expect(OutcomeTable(entry) == nil)
  }
}
