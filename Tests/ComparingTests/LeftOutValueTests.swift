import Comparing
import Content
import Diagnosing
import TestSites
import Testing

/// Values that a ranking has no place for are named, once for each criterion.
struct LeftOutValueTests {
  /// Returns the warnings of a site whose vendors a, b, c … have these values of one criterion.
  private func warnings(_ criterion: String, _ values: [String]) throws -> [String] {
    let site = try TestSite(withoutReports: true)
    try site.write(
      """
      title: Apps
      winner: { by: none }
      groups: { g: { title: G, criteria: { x: { label: X, \(criterion) } } } }
      """, to: "content/categories/apps.yaml")
    for (name, value) in zip("abcdefghij", values) {
      try site.write(
        "---\nname: \(name)\ng:\n  x: \(value)\n---\n", to: "content/reports/2026-W14/\(name).md")
    }
    let read = try site.read()
    let library = try #require(read.library, "\(read.diagnostics.sorted.map(\.message))")
    var log = Diagnostics()
    LeftOutValues(Edition(library: library, week: try #require(Week("2026-W14"))))
      .check(into: &log)
    return log.sorted.map { "\($0.span.file.path.suffix(4)) \($0.message)" }
  }

  @Test func amountsInOtherUnits() throws {
    let found = try warnings(
      "kind: money, currency: EUR",
      [
        "{ amount: 4, per: month }", "{ amount: 40, per: year }", "{ amount: 5, per: month }",
        "{ amount: 5, per: month, currency: USD }", "free", "contact", "7",
      ])
    #expect(
      found == [
        "b.md rankings by 'g.x' compare amounts in EUR per month, and leave out "
          + "b (in EUR per year), d (in USD per month) and g (in EUR, without a period); "
          + "write all in one currency and period, or make a criterion for each"
      ])
  }

  @Test func manyAreCounted() throws {
    let month = ["1", "2", "3"].map { "{ amount: \($0), per: month }" }
    let years = (1...7).map { "{ amount: \($0), per: year }" }
    let found = try warnings("kind: money", month + years)
    #expect(
      found.first?.contains("a (in no currency per month), b (in no currency per month) and c")
        == true, "\(found)")
    let others = try warnings("kind: money", years + month.prefix(1))
    #expect(others.count == 1)
    let many = try warnings(
      "kind: money",
      ["1", "1", "1"]
        + ["EUR", "USD", "GBP", "CHF", "SEK", "NOK"].map {
          "{ amount: 1, currency: \($0) }"
        })
    #expect(many.first?.contains("and 2 more; write all in") == true, "\(many)")
  }

  @Test func versionsWithoutAnOrder() throws {
    let found = try warnings("kind: version, better: higher", ["1.2", "latest", "v2.0"])
    #expect(found.count == 1 && found.first?.contains("b ('latest')") == true, "\(found)")
    #expect(try warnings("kind: version", ["1.2", "latest"]).isEmpty)
  }

  /// What the category itself leaves unranked is the publisher's choice.
  @Test(arguments: [
    ("kind: money", ["free", "contact", "3", "4"]),
    ("kind: money, leaders: false", ["3", "{ amount: 4, currency: EUR }"]),
    ("kind: state", ["yes", "unknown"]),
    (
      "kind: rating, minCount: 5",
      ["{ value: 4, max: 5, count: 9 }", "{ value: 4, max: 5, count: 1 }"]
    ),
  ])
  func whatIsIntended(_ criterion: String, _ values: [String]) throws {
    #expect(try warnings(criterion, values).isEmpty)
  }
}
