import Comparing
import Content
import Diagnosing
import Reading
import TestSites
import Testing

/// Values that rank differently look different; how durations are formatted.
struct ShownDigitsTests {
  private func entry(_ criterion: String, _ values: [String]) throws -> EditionCategory {
    let site = try TestSite(withoutReports: true)
    try site.write(
      "title: Apps\nwinner: { by: leads }\ngroups:\n  g:\n    title: G\n    criteria:\n"
        + "      x: { label: X, \(criterion) }\n", to: "content/categories/apps.yaml")
    for (index, value) in values.enumerated() {
      try site.write(
        "---\nname: V\(index)\ng: { x: \(value) }\n---\n",
        to: "content/reports/2026-W14/v-\(index).md")
    }
    let read = try site.read()
    let library = try #require(read.library, "\(read.diagnostics.sorted.map(\.message))")
    let week = try #require(Edition.newestWeek(in: library))
    return try #require(Edition(library: library, week: week).categories.first)
  }

  @Test(arguments: [
    ("kind: number, digits: 1", "84.04", "84.01", "84.04", "84.01"),
    ("kind: number, digits: 1", "84.04", "84.1", "84.0", "84.1"),
    ("kind: number, digits: 1", "84.04", "84.040", "84.0", "84.0"),
    ("kind: number, digits: 0, unit: s", "0.4", "0.2", "0.4 s", "0.2 s"),
    ("kind: number, digits: 0", "0.46", "0.54", "0", "1"),
    ("kind: number, digits: 0", "1.0004", "1.0001", "1.0004", "1.0001"),
    // A tie may look like one.
    ("kind: number, digits: 1, within: 1", "84.04", "84.01", "84.0", "84.0"),
    ("kind: score, digits: 0", "57.4", "57", "57.4/100", "57.0/100"),
    ("kind: money, currency: USD, digits: 0", "4.5", "4.9", "$4.5", "$4.9"),
    (
      "kind: percent", "{ of: 3, met: 1 }", "{ of: 1000, met: 334 }",
      "33.3% (1 of 3)", "33.4% (334 of 1000)"
    ),
    (
      "kind: percent, digits: 1", "{ of: 15, met: 4 }", "{ of: 30, met: 8 }",
      "26.7% (4 of 15)", "26.7% (8 of 30)"
    ),
  ])
  func digits(
    _ criterion: String, _ left: String, _ right: String, _ shownLeft: String, _ shownRight: String
  ) throws {
    let entry = try entry(criterion, [left, right])
    let row = Comparison(of: entry.vendors[0], and: entry.vendors[1], in: entry.category).rows[0][0]
    let style = ValueStyle(language: "en")
    let shown = try [row.left, row.right].map {
      style.shown(try #require($0?.value), for: row.criterion, digits: row.digits)
    }
    #expect(shown == [shownLeft, shownRight])
    #expect(row.lead == .tie || shown[0] != shown[1])
  }

  /// The category has a variant for the digits of every pair.
  @Test func everyPairsDigitsAreKnownBefore() throws {
    let values = ["0.46", "0.54", "0.4601", "0.461", "0.51", "7", "7.04", "7.04"]
    let entry = try entry("kind: number, digits: 0", values)
    let known = entry.tellingDigits(at: CriterionIndex(group: 0, criterion: 0))
    #expect(known == [2, 3, 4])
    for left in entry.vendors {
      for right in entry.vendors where left.slug != right.slug {
        let row = Comparison(of: left, and: right, in: entry.category).rows[0][0]
        #expect(row.digits.map(known.contains) ?? true)
      }
    }
  }

  @Test(arguments: [
    ("200 ms", "200 ms"), ("PT1M30S", "1 min 30 s"), ("90 s", "1 min 30 s"), ("0 s", "0 s"),
    ("PT0.2S", "200 ms"), ("1500 ms", "1.5 s"), ("0.0000015 s", "1.5 µs"), ("2 ns", "2 ns"),
    ("0.5 ns", "0.5 ns"), ("3600 s", "1 h"), ("PT26H", "1 d 2 h"), ("90.25 s", "1 min 30.25 s"),
    ("5 years", "5 y"), ("18 months", "1 y 6 mo"), ("1000 days", "1,000 d"),
  ])
  func lengthsOfTime(_ written: String, _ shown: String) throws {
    let entry = try entry("kind: duration", [written, "1 s"])
    let cell = try #require(entry.vendors[0].cell(at: CriterionIndex(group: 0, criterion: 0)))
    let value = try #require(cell.value)
    let criterion = entry.category.groups[0].criteria[0]
    #expect(ValueStyle(language: "en").shown(value, for: criterion) == shown)
  }
}
