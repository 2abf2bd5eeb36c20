import Content
import Diagnosing
import Foundation
import Markup
import TestSites
import Testing

@testable import Reading

/// Values as people and programs write them.
struct ValueTests {
  /// Reads a value of a category's only criterion; returns the cell, or the rules that the report
  /// breaks.
  private func read(_ criterion: String, _ value: String) throws -> (cell: Cell?, rules: [String]) {
    let site = try TestSite(withoutReports: true)
    try site.write(
      "title: Apps\nwinner: { by: none }\nscales: { fit: { ranked: [low, high] } }\ngroups:\n  g:\n    title: G\n    criteria:\n"
        + "      x: { label: X, \(criterion) }\n", to: "content/categories/apps.yaml")
    try site.write(
      "---\nname: Alpha\ng:\n  x: \(value)\n---\n", to: "content/reports/2026-W14/alpha.md")
    let (library, diagnostics) = try site.read()
    let report = library?.vendors.first?.reports.first
    return (report?.cells[0][0], diagnostics.sorted.map(\.rule.id))
  }

  @Test(arguments: [
    ("kind: count", "12.0", "12"), ("kind: count", "1.2e1", "12"),
    ("kind: number", ".73", "0.73"), ("kind: number", "+.73", "0.73"),
    ("kind: count", "+12", "12"), ("kind: number", "-5.", "-5"),
    ("kind: number", "1.5e-07", "0.00000015"), ("kind: number", "0e5", "0"),
    ("kind: percent", "5E1", "50"), ("kind: score", "5.0e+1", "50"),
    ("kind: money, currency: USD", "1.5e-07", "0.00000015"),
    ("kind: rating", "{ value: 4.0, max: 5, count: 12.0 }", "{ value: 4, max: 5, count: 12 }"),
    ("kind: duration", "PT1M30S", "90 s"), ("kind: duration", "1.5 min", "90 s"),
    ("kind: duration", "2 minutes", "120s"), ("kind: duration", "5 years", "60 months"),
    ("kind: duration", "P5Y", "60 months"), ("kind: duration", "P1Y6M", "18 mo"),
    ("kind: duration", "P1M", "2629746 s"), ("kind: duration", "P2W", "14 d"),
    ("kind: duration", "PT1M", "1 min"), ("kind: duration", "2e3 ms", "2 s"),
    ("kind: state", "true", "yes"), ("kind: state", "false", "no"),
    ("kind: set", "[x, z, z]", "[x, z]"), ("kind: set", "[x, '']", "[x]"),
    ("kind: date, words: { never: last }", "never", "never"),
  ])
  func equalValues(_ criterion: String, _ value: String, _ other: String) throws {
    let (cell, rules) = try read(criterion, value)
    #expect(rules == [])
    let found = try #require(cell?.value)
    #expect(found == (try read(criterion, other)).cell?.value)
  }

  /// The examples of the reference are read, and what it calls wrong is not.
  @Test(arguments: ValueExample.all.map(\.kind)) func examples(kind: Kind) throws {
    let example = try #require(ValueExample.all.first { $0.kind == kind })
    let keys = ["level": ", scale: fit", "money": ", currency: EUR"][kind.rawValue] ?? ""
    for value in example.right {
      let (cell, rules) = try read("kind: \(kind)\(keys)", value)
      #expect(cell?.value != nil && rules == [], "\(kind) \(value)")
    }
    for value in example.wrong {
      let (_, rules) = try read("kind: \(kind)\(keys)", value)
      #expect(!rules.isEmpty, "\(kind) \(value)")
    }
  }

  @Test(arguments: [
    ("kind: score", "100.5"), ("kind: score, max: 10", "11"), ("kind: score", "-1"),
    ("kind: percent", "101"), ("kind: count", "-1"), ("kind: money", "-0.01"),
    ("kind: rating", "{ value: 6, max: 5, count: 1 }"), ("kind: percent", "{ met: 4, of: 3 }"),
  ])
  func valuesOutOfRange(_ criterion: String, _ value: String) throws {
    #expect(try read(criterion, value).rules == ["value-range"])
  }

  @Test(arguments: [
    ("kind: count", "12.5"), ("kind: number", "1e999"), ("kind: number", "."),
    ("kind: number", "e5"), ("kind: number", "1e"), ("kind: number", "1.2.3"),
    ("kind: number", "0x10"), ("kind: number", "12345678901234567890123456789012"),
    ("kind: duration", "5 fortnights"), ("kind: duration", "5"), ("kind: duration", "PT"),
    ("kind: duration", "P1DT"), ("kind: duration", "-1 s"), ("kind: duration", "min"),
    ("kind: date", "never"), ("kind: date, words: { never: last }", "ever"),
  ])
  func wrongValues(_ criterion: String, _ value: String) throws {
    let (cell, rules) = try read(criterion, value)
    #expect(cell == nil)
    #expect(rules == ["invalid-value"])
  }

  @Test func unitsAndPeriodsAreNamed() throws {
    let site = try TestSite()
    try site.write(
      "---\nname: Alpha\nscores: { speed: 5 fortnights }\n"
        + "features: { price: { amount: 5, per: fortnight } }\n---\n",
      to: "content/reports/2026-W14/alpha.md")
    let messages = try site.read().diagnostics.sorted.map { "\($0.rule.id): \($0.message)" }
    #expect(messages.count == 2)
    #expect(messages.first?.contains("ms, s, min, h, d, weeks, months, years") == true)
    #expect(
      messages.last
        == "unknown-value: per 'fortnight' is not one of second, minute, hour, day, week, month, "
        + "quarter, year")
  }

  /// What certainly means a duration is proposed in ISO 8601; what may mean two is not.
  @Test(arguments: [
    ("1:30:00", "PT1H30M"), ("0:05:30", "PT5M30S"), ("100:00:00", "PT100H"), ("1:30", nil),
    ("1:60:00", nil), ("0:00:00", nil), ("::", nil), ("1h 30m", "PT1H30M"), ("1h30", nil),
    ("2 Hrs", "PT2H"), ("1.5 hours 5 secs", "PT1.5H5S"), ("5 m", nil), ("30s 1h", nil), ("h", nil),
    (String(repeating: "9", count: 99) + ":00:00", nil),
  ])
  func durationsInOtherWords(_ text: String, _ meant: String?) {
    #expect(Reading.Duration.suggestion(for: text) == meant)
  }

  /// An empty value is missing: there is neither a value nor a mistake.
  @Test(arguments: [
    ("kind: text", "''"), ("kind: text", "' '"), ("kind: version", "''"), ("kind: list", "[]"),
    ("kind: list", "['']"), ("kind: set", "[]"), ("kind: percent", "{ of: 0, met: 0 }"),
    ("kind: text", "{ value: '' }"), ("kind: number", "~"),
  ])
  func emptyIsMissing(_ criterion: String, _ value: String) throws {
    let (cell, rules) = try read(criterion, value)
    #expect(cell?.value == nil)
    #expect(rules == [])
  }

  /// The text of a value is complete, whatever its kind and number of lines.
  @Test(arguments: [
    ("kind: money", "{ amount: 4, per: month }", "{ amount: 4, per: month }"),
    ("kind: money", "{ value: { amount: 4 }, note: N }", "{ amount: 4 }"),
    ("kind: money", "\n    amount: 4\n    per: month", "{ amount: 4, per: month }"),
    (
      "kind: money", "{ amount: 4, # a {comment}\n    per: month }", "{ amount: 4, per: month }"
    ),
    ("kind: set", "[a, b]", "[a, b]"), ("kind: set", "\n    - a\n    - b", "[ a, b ]"),
    ("kind: list", "[ 'a: b',\n    c ]", #"[ "a: b", c ]"#),
    ("kind: percent", "{ of: 4, met: 3 }", "{ of: 4, met: 3 }"),
    ("kind: rating", "{ value: 4, max: 5, count: 2 }", "{ value: 4, max: 5, count: 2 }"),
    ("kind: text", "'it''s'", "it's"),
  ])
  func wholeText(_ criterion: String, _ value: String, _ text: String) throws {
    #expect(try read(criterion, value).cell?.text == text)
  }

  @Test(arguments: [
    ("[yes, partial, no]", ["scale-order"]), ("[good, poor]", ["scale-order"]),
    ("[no, partial, yes]", []), ("[low, high]", []), ("[high, low]", []), ("[yes]", []),
  ])
  func scalesRunFromWorstToBest(_ ranked: String, _ rules: [String]) throws {
    let site = try TestSite()
    try site.write(
      """
      title: Apps
      winner: { by: leads }
      scales: { own: { ranked: \(ranked) } }
      groups:
        scores: { title: G, criteria: { ease: { label: X, kind: level, scale: own } } }

      """,
      to: "content/categories/apps.yaml")
    let diagnostics = try site.read().diagnostics.sorted
    #expect(diagnostics.filter { $0.severity == .warning }.map(\.rule.id) == rules)
  }

  /// What is better may be the first word, if the criteria say so; words may be labels, too.
  @Test(arguments: [
    ("{ ranked: [yes, no] }", "better: lower", []), ("{ ranked: [yes, no] }", "", ["scale-order"]),
    ("{ ranked: [a, b], labels: { a: Good, b: Poor } }", "", ["scale-order"]),
    ("{ ranked: [ja, nein] }", "", ["scale-order"]), ("{ ranked: [non, oui] }", "", []),
  ])
  func theDirectionOfAScale(_ scale: String, _ better: String, _ rules: [String]) throws {
    let site = try TestSite()
    try site.write(
      """
      title: Apps
      winner: { by: leads }
      scales: { own: \(scale) }
      groups:
        scores:
          title: G
          criteria: { ease: { label: X, kind: level, scale: own\(better.isEmpty ? "" : ", " + better) } }

      """,
      to: "content/categories/apps.yaml")
    let diagnostics = try site.read().diagnostics.sorted
    #expect(diagnostics.filter { $0.severity == .warning }.map(\.rule.id) == rules)
  }

  @Test(arguments: [
    ("kind: date", "never", "'words'"),
    ("kind: rating", "4.5", "{ value: 4.3, max: 5, count: 120 }"),
  ])
  func theMessageNamesTheForm(_ criterion: String, _ value: String, _ form: String) throws {
    let site = try TestSite(withoutReports: true)
    try site.write(
      "title: Apps\nwinner: { by: none }\ngroups:\n  g:\n    title: G\n    criteria:\n"
        + "      x: { label: X, \(criterion) }\n", to: "content/categories/apps.yaml")
    try site.write(
      "---\nname: Alpha\ng:\n  x: \(value)\n---\n", to: "content/reports/2026-W14/alpha.md")
    let messages = try site.read().diagnostics.sorted.map(\.message)
    #expect(messages.count == 1 && messages[0].contains(form), "\(messages)")
  }

  @Test(arguments: ["text", "set", "list"])
  func whatHasNoOrderHasNoLeader(_ kind: String) throws {
    #expect(try read("kind: \(kind), leaders: true", "~").rules == ["invalid-value"])
    #expect(try read("kind: \(kind), leaders: false", "~").rules == [])
  }

  @Test func aVersionRanksWhenAsked() throws {
    for (setting, isRanked) in [
      ("leaders: true", true), ("better: lower", true), ("help: H", false),
      ("better: lower, leaders: false", false),
    ] {
      let site = try TestSite()
      try site.write(
        """
        title: Apps
        winner: { by: none }
        groups: { g: { title: G, criteria: { x: { label: X, kind: version, \(setting) } } } }

        """,
        to: "content/categories/apps.yaml")
      var log = Diagnostics()
      let reader = ContentReader(folder: try ContentFolder(site.folder.path()))
      let category = try #require(try reader.category("apps", into: &log))
      #expect(category.groups[0].criteria[0].isRanked == isRanked, "\(setting)")
    }
  }
}
