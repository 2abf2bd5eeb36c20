import Content
import Diagnosing
import FoundationEssentials
import Reading
import TestSeeds
import TestSites
import Testing

@testable import Comparing

struct RankingTests {
  /// Creates a category whose vendors `v-0`, `v-1`, … have these headlines.
  private func category(_ criterion: String, _ values: [String]) throws -> EditionCategory {
    let site = try TestSite()
    try site.write(
      """
      title: Apps
      headline: facts.x
      groups: { facts: { title: Facts, criteria: { x: { label: X, \(criterion) } } } }
      """, to: "content/categories/apps.yaml")
    for slug in ["alpha", "beta"] {
      try site.write(
        "---\nname: \(slug)\nretired: true\n---\n", to: "content/reports/2026-W14/\(slug).md")
    }
    for (index, value) in values.enumerated() {
      try site.write(
        "---\nname: V\(index)\nfacts: { x: \(value) }\n---\n",
        to: "content/reports/2026-W14/v-\(index).md")
    }
    let read = try site.read()
    let library = try #require(read.library, "\(read.diagnostics.sorted.map(\.message))")
    let week = try #require(Edition.newestWeek(in: library))
    return try #require(Edition(library: library, week: week).categories.first)
  }

  /// Formats a ranking as `1 v-3, 2 v-0, - v-1`.
  private func shown(_ ranking: [RankingPlace]) -> String {
    ranking.map { "\($0.place.map { "\($0)" } ?? "-") \($0.vendor.slug.text)" }
      .joined(separator: ", ")
  }

  static let euro = "kind: money, currency: EUR, better: lower"

  @Test(arguments: [
    ("kind: score", ["1", "3", "2"], "1 v-1, 2 v-2, 3 v-0"),
    ("kind: score, better: lower", ["1", "3", "2"], "1 v-0, 2 v-2, 3 v-1"),
    ("kind: score", ["2", "~", "3", "2", "1"], "1 v-2, 2 v-0, 2 v-3, 4 v-4, - v-1"),
    (euro, ["4", "free", "contact", "3"], "1 v-1, 2 v-3, 3 v-0, - v-2"),
    // Most prices are in euros; the one in dollars is neither cheaper nor more expensive.
    (euro, ["{ amount: 1, currency: USD }", "3", "2"], "1 v-2, 2 v-1, - v-0"),
    (euro, ["{ amount: 1, per: month }", "3", "{ amount: 2, per: month }"], "1 v-0, 2 v-2, - v-1"),
    // With equal counts, the unit that is first in byte order is used.
    (euro, ["{ amount: 1, currency: USD }", "3"], "1 v-1, - v-0"),
    (euro, ["free", "free"], "1 v-0, 1 v-1"),
  ])
  func places(_ criterion: String, _ values: [String], _ expected: String) throws {
    #expect(shown(try category(criterion, values).ranking) == expected)
  }

  /// The ranking does not depend on the order of the vendors, and is an order: a vendor before
  /// another is better or equal, and only equal vendors share a place.
  @Test(arguments: Seeds.first(20))
  func theOrderOfTheInputChangesNothing(seed: UInt64) throws {
    var numbers = SplitMix(seed: seed)
    let values = (0..<14).map { _ in
      let amount = numbers.below(5)
      return [
        "{ amount: \(amount), currency: USD }", "{ amount: \(amount), currency: EUR }",
        "{ amount: \(amount), currency: EUR, per: month }", "free", "contact", "~",
      ].randomElement(using: &numbers) ?? "~"
    }
    let category = try category(Self.euro, values)
    let ranking = category.ranking
    for _ in 0..<20 {
      let other = EditionCategory(
        category: category.category, vendors: category.vendors.shuffled(using: &numbers),
        rubricChanges: [])
      #expect(shown(other.ranking) == shown(ranking), "\(values)")
    }
    let headline = try #require(category.category.headline)
    let placed = ranking.filter { $0.place != nil }
    #expect(ranking.prefix(placed.count).allSatisfy { $0.place != nil })
    for (index, first) in placed.enumerated() {
      for second in placed[(index + 1)...] {
        let rank = try #require(first.vendor.rank(at: headline))
        let next = try #require(second.vendor.rank(at: headline))
        let difference = try #require(rank.difference(from: next), "\(values)")
        #expect(difference <= 0 && (difference == 0) == (first.place == second.place))
      }
    }
  }
}
