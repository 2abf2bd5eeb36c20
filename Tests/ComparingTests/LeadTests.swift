import Comparing
import Diagnosing
import FoundationEssentials
import Reading
import System
import TestSites
import Testing

/// The rules of the content model, on values as written in reports.
struct LeadTests {
  /// Compares two reports that differ in their `scores` and `features`.
  private func compare(
    _ left: String, _ right: String, rubric: String = ""
  ) throws -> Comparison {
    let site = try TestSite()
    if !rubric.isEmpty { try site.write(rubric, to: "content/categories/apps.yaml") }
    for (slug, values) in [("alpha", left), ("beta", right)] {
      try site.write(
        "---\nname: \(slug)\n\(values)\n---\n", to: "content/reports/2026-W14/\(slug).md")
    }
    let read = try site.read()
    let library = try #require(read.library, "\(read.diagnostics.sorted.map(\.message))")
    let week = try #require(Edition.newestWeek(in: library))
    let entry = try #require(Edition(library: library, week: week).categories.first)
    return Comparison(of: entry.vendors[0], and: entry.vendors[1], in: entry.category)
  }

  private func leads(_ comparison: Comparison) -> [String] {
    comparison.rows.joined().map(\.lead.rawValue)
  }

  private func rubric(_ criterion: String, winner: String = "{ by: leads }") -> String {
    """
    title: Apps
    winner: \(winner)
    groups:
      scores:
        title: S
        criteria:
          x: { label: X, \(criterion) }

    """
  }

  /// Criterion, left value, right value, lead.
  static let leadCases: [(String, String, String, String)] = [
    ("kind: score", "5", "4", "left"), ("kind: score, better: lower", "5", "4", "right"),
    ("kind: score", "5", "5.0", "tie"), ("kind: score, within: 2", "5", "3", "tie"),
    ("kind: score, within: 2", "5", "2.99", "left"), ("kind: number", "0.30", "0.3", "tie"),
    ("kind: number, within: 0.1", "0.3", "0.2", "tie"),
    ("kind: number", "12345678901234567890.1", "12345678901234567890.2", "right"),
    ("kind: count", "~", "4", "none"), ("kind: count, leaders: false", "5", "4", "none"),
    ("kind: state", "yes", "partial", "left"), ("kind: state", "unknown", "no", "not-comparable"),
    ("kind: state", "not-applicable", "yes", "not-comparable"), ("kind: state", "~", "yes", "none"),
    ("kind: percent", "{ of: 0, met: 0 }", "4", "none"),
    ("kind: percent", "{ of: 4, met: 3 }", "75", "tie"),
    ("kind: percent", "{ of: 15, met: 4 }", "{ of: 30, met: 8 }", "tie"),
    ("kind: percent", "{ of: 6, met: 1 }", "{ of: 30, met: 5 }", "tie"),
    ("kind: percent", "{ of: 9, met: 5 }", "{ of: 18, met: 10 }", "tie"),
    ("kind: percent", "{ of: 9, met: 5 }", "{ of: 1000, met: 556 }", "right"),
    (
      "kind: rating", "{ value: 1, max: 3, count: 9 }", "{ value: 2, max: 6, count: 9 }", "tie"
    ),
    ("kind: date, words: { never: last, already: first }", "never", "2999-01-01", "left"),
    ("kind: date, words: { never: last, already: first }", "already", "0001-01-01", "right"),
    ("kind: date, words: { never: last }, better: lower", "never", "never", "tie"),
    ("kind: version, leaders: true", "3.10", "3.9", "left"),
    ("kind: version, better: higher", "latest", "3.9", "not-comparable"),
    ("kind: money, currency: EUR, better: lower", "free", "4", "left"),
    ("kind: money, currency: EUR", "contact", "4", "not-comparable"),
    ("kind: money", "{ amount: 4, per: month }", "{ amount: 4, per: year }", "not-comparable"),
    (
      "kind: money", "{ amount: 4, currency: USD }", "{ amount: 3, currency: EUR }",
      "not-comparable"
    ),
    ("kind: duration, better: lower", "200 ms", "PT1S", "left"),
    ("kind: duration", "1 h", "60 min", "tie"),
    ("kind: date", "2026-01-02", "2026-01-01", "left"), ("kind: version", "3.10", "3.9", "none"),
    ("kind: version, better: higher", "3.10", "3.9", "left"),
    ("kind: version, better: higher", "v1.0", "1.0.0", "tie"), ("kind: set", "[a]", "[b]", "none"),
    ("kind: list", "[a]", "[b]", "none"), ("kind: text", "a", "b", "none"),
    ("kind: rating", "{ value: 4, max: 5, count: 9 }", "{ value: 8, max: 10, count: 9 }", "tie"),
    (
      "kind: rating, minCount: 10", "{ value: 4, max: 5, count: 9 }",
      "{ value: 3, max: 5, count: 90 }", "not-comparable"
    ),
  ]

  @Test(arguments: leadCases)
  func whoLeads(criterion: String, left: String, right: String, lead: String) throws {
    func values(_ value: String) -> String { "scores: { x: \(value) }" }
    let comparison = try compare(values(left), values(right), rubric: rubric(criterion))
    #expect(leads(comparison) == [lead])
    // Swapping the vendors mirrors the result.
    let swapped = try compare(values(right), values(left), rubric: rubric(criterion))
    #expect(swapped.rows[0][0].lead == comparison.rows[0][0].lead.mirrored)
    #expect(swapped.verdict == comparison.verdict.mirrored)
  }

  @Test(arguments: [
    ("{ by: none }", "5", "4", "nil none"), ("{ by: leads }", "5", "4", "left leads"),
    ("{ by: leads, margin: 1 }", "5", "4", "nil within-margin"),
    ("{ by: leads }", "5", "5", "nil tie"),
    ("{ by: leads }", "~", "5", "nil insufficient-data"),
    ("{ by: leads, requireShared: 2 }", "4", "5", "nil insufficient-data"),
    ("{ by: headline }\nheadline: scores.x", "4", "5", "right headline"),
    ("{ by: headline, margin: 1 }\nheadline: scores.x", "4", "5", "nil within-margin"),
    ("{ by: headline, margin: 0.5 }\nheadline: scores.x", "4", "5", "right headline"),
    ("{ by: headline }\nheadline: scores.x", "5", "5", "nil tie"),
    ("{ by: headline, requireShared: 0 }\nheadline: scores.x", "~", "5", "nil insufficient-data"),
  ])
  func whoWins(winner: String, left: String, right: String, verdict: String) throws {
    let comparison = try compare(
      "scores: { x: \(left) }", "scores: { x: \(right) }",
      rubric: rubric("kind: score", winner: winner))
    let name = comparison.verdict.winner.map { $0 == .left ? "left" : "right" } ?? "nil"
    #expect("\(name) \(comparison.verdict.reason.rawValue)" == verdict)
  }

  @Test func missingNeverCountsAndTiesAreEven() throws {
    let comparison = try compare("scores: { ease: 7, bugs: 3 }", "scores: { ease: 7, speed: 1 s }")
    #expect(comparison.tally.left == 0)
    #expect(comparison.tally.right == 0)
    #expect(comparison.tally.even == 1)
    #expect(comparison.sharedCount == 1)
  }

  /// T-04
  @Test func aRelationshipChangesNothing() throws {
    let values = "scores: { ease: 7 }"
    let plain = try compare(values, "scores: { ease: 8 }")
    let owned = try compare(
      values + "\ndisclosure: { relationship: owned }", "scores: { ease: 8 }")
    #expect(leads(plain) == leads(owned))
    #expect(plain.verdict == owned.verdict)
    #expect(plain.tally == owned.tally)
  }
}
