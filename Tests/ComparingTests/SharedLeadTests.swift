import Comparing
import Content
import Diagnosing
import Reading
import TestSites
import Testing

/// The leaders among any number of vendors agree with the leaders of pairs.
struct SharedLeadTests {
  /// Creates a category with one criterion `x` and one vendor for each value, in order.
  private func vendors(_ criterion: String, _ values: [String]) throws -> EditionCategory {
    let site = try TestSite()
    try site.write(
      """
      title: Apps
      winner: { by: leads }
      groups:
        scores: { title: S, criteria: { x: { label: X, \(criterion) } } }
      """, to: "content/categories/apps.yaml")
    for (slug, value) in zip(["alpha", "beta", "gamma", "delta"], values) {
      // The slugs are in the order of the values.
      try site.write(
        "---\nname: \(slug)\nscores: { x: \(value) }\n---\n",
        to: "content/reports/2026-W14/\(slug == "delta" ? "zeta" : slug).md")
    }
    let read = try site.read()
    let library = try #require(read.library, "\(read.diagnostics.sorted.map(\.message))")
    let week = try #require(Edition.newestWeek(in: library))
    return try #require(Edition(library: library, week: week).categories.first)
  }

  private static let x = CriterionIndex(group: 0, criterion: 0)

  private func lead(_ criterion: String, _ values: [String]) throws -> SharedLead {
    let entry = try vendors(criterion, values)
    return SharedLead(at: Self.x, among: Array(entry.vendors), in: entry.category)
  }

  @Test(arguments: LeadTests.leadCases)
  func twoVendorsAreAPair(criterion: String, left: String, right: String, lead: String) throws {
    let shared = try self.lead(criterion, [left, right])
    let expected: [String: [Int]] = [
      "left": [0], "right": [1], "tie": [0, 1], "none": [], "not-comparable": [],
    ]
    #expect(shared.leaders == expected[lead])
    #expect(shared.isTie == (lead == "tie"))
  }

  /// A vendor without data changes nothing, wherever it is in the list.
  @Test(arguments: LeadTests.leadCases)
  func missingCountsForNobody(
    criterion: String, left: String, right: String, lead: String
  ) throws {
    let two = try self.lead(criterion, [left, right])
    let three = try self.lead(criterion, [left, "~", right])
    #expect(three.leaders == two.leaders.map { $0 == 1 ? 2 : $0 })
    #expect(three.isTie == two.isTie)
  }

  @Test(arguments: [
    ("kind: score", ["5", "7", "7", "1"], [1, 2], false),
    ("kind: score", ["7", "7", "7", "~"], [0, 1, 2], true),
    ("kind: score, better: lower", ["5", "7", "1", "1"], [2, 3], false),
    ("kind: score, within: 1", ["5", "6", "7", "4"], [1, 2], false),
    ("kind: number", ["0.30", "0.3", "0.29", "-1"], [0, 1], false),
    ("kind: state", ["partial", "unknown", "yes", "no"], [2], false),
    ("kind: money, better: lower", ["free", "contact", "free", "~"], [0, 2], true),
    (
      "kind: money, better: lower",
      ["free", "{ amount: 4, currency: USD }", "{ amount: 3, currency: EUR }", "~"], [], false
    ),
    ("kind: text", ["a", "b", "c", "d"], [], false),
    ("kind: score, leaders: false", ["1", "2", "3", "4"], [], false),
    ("kind: score", ["~", "~", "3", "~"], [], false),
  ])
  func amongFour(criterion: String, values: [String], leaders: [Int], isTie: Bool) throws {
    let shared = try lead(criterion, values)
    #expect(shared.leaders == leaders)
    #expect(shared.isTie == isTie)
  }

  /// No vendor beats a leader, and every other vendor is beaten by a leader.
  @Test(arguments: [
    ("kind: score", ["5", "7", "7", "1"]), ("kind: score, within: 1", ["5", "6", "7", "4"]),
    ("kind: duration, better: lower", ["1 s", "200 ms", "PT1M", "0.2 s"]),
    ("kind: version, better: higher", ["1.2", "1.10", "v1.10.0", "1.9"]),
  ])
  func leadersAreThoseWhomNobodyBeats(criterion: String, values: [String]) throws {
    let entry = try vendors(criterion, values)
    let shared = SharedLead(at: Self.x, among: Array(entry.vendors), in: entry.category)
    for (index, vendor) in entry.vendors.enumerated() {
      let isBeaten = entry.vendors.contains { other in
        other.slug != vendor.slug
          && Comparison(of: other, and: vendor, in: entry.category).rows[0][0].lead == .left
      }
      #expect(shared.leaders.contains(index) == !isBeaten)
    }
  }
}
