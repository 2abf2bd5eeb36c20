import Content
import Diagnosing
import Reading
import TestSites
import Testing

@testable import Comparing

struct ClosenessTests {
  /// Returns a category whose vendors `v-0`, `v-1`, … have these values of `x` and `y`.
  private func category(_ values: [(String, String)]) throws -> EditionCategory {
    let site = try TestSite(withoutReports: true)
    try site.write(
      """
      title: Apps
      winner: { by: none }
      groups:
        facts:
          title: Facts
          criteria:
            x: { label: X, kind: score }
            y: { label: Y, kind: money, currency: EUR, better: lower }
            z: { label: Z, kind: score, leaders: false }
      """, to: "content/categories/apps.yaml")
    for (index, (x, y)) in values.enumerated() {
      try site.write(
        "---\nname: V\(index)\nfacts: { x: \(x), y: \(y), z: \(index) }\n---\n",
        to: "content/reports/2026-W14/v-\(index).md")
    }
    let read = try site.read()
    let library = try #require(read.library, "\(read.diagnostics.sorted.map(\.message))")
    let week = try #require(Edition.newestWeek(in: library))
    return try #require(Edition(library: library, week: week).categories.first)
  }

  private func closest(_ values: [(String, String)], to vendor: Int, limit: Int = 9) throws -> [Int]
  {
    let others = values.indices.filter { $0 != vendor }
    return Closeness(try category(values)).closest(to: vendor, among: others, limit: limit)
  }

  @Test func whoStandsNearIsClose() throws {
    let values = [("50", "5"), ("90", "1"), ("52", "5"), ("10", "9"), ("50", "6")]
    #expect(try closest(values, to: 0) == [2, 4, 3, 1])
    #expect(try closest(values, to: 0, limit: 1) == [2])
  }

  /// Ranks count, not amounts, so that one extreme value does not make all others equal.
  @Test func oneExtremeChangesLittle() throws {
    let values = [("3", "~"), ("4", "~"), ("2", "~"), ("100", "~"), ("1", "~")]
    #expect(try closest(values, to: 0) == [1, 2, 3, 4])
  }

  /// Missing data makes no vendor close, and an amount in another currency counts as missing.
  @Test func whatIsMissingIsHalfApart() throws {
    let unknown = [("50", "5"), ("~", "~"), ("50", "~"), ("55", "5"), ("99", "9")]
    #expect(try closest(unknown, to: 0) == [2, 3, 1, 4])
    let foreign = [("50", "5"), ("50", "{ amount: 5, currency: USD }"), ("50", "5"), ("50", "9")]
    #expect(try closest(foreign, to: 0) == [2, 1, 3])
  }

  @Test func equalOnesKeepTheirOrder() throws {
    let values = Array(repeating: ("50", "free"), count: 4) + [("50", "0")]
    #expect(try closest(values, to: 2) == [0, 1, 3, 4])
  }
}
