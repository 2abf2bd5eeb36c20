import Diagnosing
import Reading
import TestSites
import Testing

/// What a newcomer writes wrong, and what the message proposes.
struct RemedyTests {
  private func mistakes(_ files: [String: String]) throws -> [String] {
    let site = try TestSite()
    for (path, text) in files { try site.write(text, to: "content/" + path) }
    return try site.read().diagnostics.sorted.filter { $0.severity == .error }.map {
      $0.message + ($0.suggestion.map { " → \($0)" } ?? "")
    }
  }

  private func mistakes(_ criterion: String, _ value: String) throws -> [String] {
    try mistakes([
      "categories/apps.yaml": """
      title: Apps
      winner: { by: none }
      groups: { g: { title: G, criteria: { x: { label: X, \(criterion) } } } }
      """,
      "reports/2026-W14/alpha.md": "---\nname: Alpha\ng:\n  x: \(value)\n---\n",
      "reports/2026-W14/beta.md": "---\nname: Beta\n---\n",
    ])
  }

  @Test(arguments: [
    ("kind: score", "4 EUR", "x '4 EUR' is not a plain number such as 4.5 → 4"),
    ("kind: percent", "99.9%", "x '99.9%' is not a plain number such as 4.5 → 99.9"),
    ("kind: percent", "99,9", "x '99,9' is not a plain number such as 4.5 → 99.9"),
    ("kind: number", "1.204,5", "x '1.204,5' is not a plain number such as 4.5 → 1204.5"),
    ("kind: number", "1'204.5 ms", "x '1'204.5 ms' is not a plain number such as 4.5 → 1204.5"),
    // Thousands or thousandths: nobody knows.
    ("kind: number", "1,204", "x '1,204' is not a plain number such as 4.5"),
    ("kind: number", "3 to 4", "x '3 to 4' is not a plain number such as 4.5"),
    ("kind: count", "12 users", "x '12 users' is not a whole number → 12"),
    ("kind: count", "1.5", "x '1.5' is not a whole number"),
    ("kind: count", "5k", "x '5k' is not a whole number"),
    ("kind: number", "1.5 million", "x '1.5 million' is not a plain number such as 4.5"),
    (
      "kind: money, currency: EUR", "4 EUR",
      "x '4 EUR' is not an amount such as 4.50, 'free' or 'contact' → 4"
    ),
    (
      "kind: money, currency: EUR", "$1,204.50 / month",
      "x '$1,204.50 / month' is not an amount such as 4.50, 'free' or 'contact' → "
        + "{ amount: 1204.5, currency: USD, per: month }"
    ),
    (
      "kind: money", "{ amount: 5 EUR }",
      "x '5 EUR' is not an amount such as 4.50, 'free' or 'contact' → 5"
    ),
    ("kind: money", "-3", "x -3 is less than 0"),
    ("kind: score, max: 10", "11", "x 11 is not between 0 and 10"),
    ("kind: date", "2012-02-30", "x '2012-02-30' is not a day of the calendar"),
    ("kind: date", "30.3.2026", "x '30.3.2026' is not a date such as 2026-03-30 → 2026-03-30"),
    ("kind: date", "30/03/2026", "x '30/03/2026' is not a date such as 2026-03-30 → 2026-03-30"),
    ("kind: date", "04/03/2026", "x '04/03/2026' is not a date such as 2026-03-30"),
    ("kind: date", "2026/03/30", "x '2026/03/30' is not a date such as 2026-03-30 → 2026-03-30"),
  ])
  func values(_ criterion: String, _ value: String, _ message: String) throws {
    #expect(try mistakes(criterion, value) == [message])
  }

  private func category(_ more: String, headline: String = "scores.ease") -> String {
    """
    title: Apps
    headline: \(headline)
    groups:
      scores: { title: S, criteria: { ease: { label: E, kind: score }, bugs: { label: B, kind: count } } }
      more: { title: M, criteria: { bugs: { label: B, kind: count } } }
    \(more)
    """
  }

  private let reports = [
    "reports/2026-W14/alpha.md": "---\nname: Alpha\n---\n",
    "reports/2026-W14/beta.md": "---\nname: Beta\n---\n",
  ]

  @Test(arguments: [
    ("", "ease", "there is no criterion 'ease' → scores.ease"),
    (
      "", "bugs",
      "there is no criterion 'bugs'; it may be one of scores.bugs, more.bugs"
    ),
    (
      "panel: { title: P, personas: [The Builder, Buyer] }", "scores.ease",
      "personas must be a mapping of ids to labels, such as { the-builder: The Builder }"
    ),
  ])
  func categories(_ more: String, _ headline: String, _ message: String) throws {
    let files = reports.merging(["categories/apps.yaml": category(more, headline: headline)]) { $1 }
    #expect(try mistakes(files) == [message])
  }

  @Test(arguments: [
    ("kind: boolean", "→ state"), ("kind: price", "→ money"), ("kind: stars", "→ rating"),
    ("kind: Integer", "→ count"), ("kind: scor", "→ score"),
  ])
  func kindsOfOtherPrograms(_ criterion: String, _ end: String) throws {
    let found = try mistakes(criterion, "1")
    #expect(found.count == 1 && found.first?.hasSuffix(end) == true, "\(found)")
  }

  @Test func shapes() throws {
    #expect(
      try mistakes("kind: set", "one, two") == ["x must be a list → [one, two]"])
    #expect(
      try mistakes(reports.merging(["categories/apps.yaml": category("winner: headline")]) { $1 })
        == ["winner must be a mapping with keys such as 'by' and 'margin'"])
  }

  @Test func namesOfFiles() throws {
    let site = try TestSite()
    try site.write("---\nname: A\n---\n", to: "content/reports/a.md")
    try site.write("---\nname: A\n---\n", to: "content/reports/2026-w15/a.md")
    try site.write("name: Jane\n", to: "content/authors/Jane Doe.yaml")
    try site.write("---\nvendors: [alpha, beta]\n---\n", to: "content/comparisons/beta-vs-alpha.md")
    #expect(
      Set(try site.read().diagnostics.sorted.map(\.message)) == [
        "nothing reads this file; the files of this folder are called "
          + "'content/reports/<week>/<vendor>.md'",
        "'2026-w15' is not an ISO 8601 week such as 2026-W15",
        "the file name 'Jane Doe.yaml' must be lower-case letters and digits in parts joined by "
          + "'-', without '-vs-'; rename it 'jane-doe.yaml'",
        "the file name 'beta-vs-alpha' must have the vendors in the order of the alphabet: "
          + "'alpha-vs-beta'",
      ])
  }

  @Test(arguments: [
    ("language: deutsch", "language 'deutsch' is not a language tag such as en or de-CH → de"),
    ("language: de_CH", "language 'de_CH' is not a language tag such as en or de-CH → de-CH"),
    (
      "publisher: { name: P, url: p.org }",
      "url 'p.org' is not an http or https address → https://p.org"
    ),
    ("publisher: { name: P, url: 'a b.org' }", "url 'a b.org' is not an http or https address"),
    (
      "paths: { comparison: '/x/{left}-vs-{right}/' }",
      "comparison '/x/{left}-vs-{right}/' is not a path from '/' of letters, digits, '-', '_' and "
        + #"'.' → /x/\(left)-vs-\(right)/"#
    ),
    (
      "paths: { vendor: '/:vendor/' }",
      "vendor '/:vendor/' is not a path from '/' to '/' of letters, digits, '-', '_' and '.' → "
        + #"/\(vendor)/"#
    ),
  ])
  func keysOfTheSite(_ key: String, _ message: String) throws {
    let site = "title: T\nbaseURL: https://example.org/\n\(key)\n"
    #expect(try mistakes(["site.yaml": site]) == [message])
  }

  @Test(arguments: ["en", "de-CH", "zh-Hant-TW", "ast", "sr-Latn-RS", "es-419"])
  func languageTags(_ tag: String) throws {
    let site = "title: T\nbaseURL: https://example.org/\nlanguage: \(tag)\n"
    #expect(try mistakes(["site.yaml": site]).isEmpty)
  }

  @Test func keysOfTheTheme() throws {
    let site = "title: T\nbaseURL: https://example.org/\ntheme: { colors: { x: y } }\n"
    #expect(
      try mistakes(["site.yaml": site]) == [
        "unknown key 'colors'; the keys here are accent, font, logo, footer, plots"
      ])
  }

  @Test func whatTheCategoryDoesNotDefine() throws {
    let report =
      "---\nname: A\ntier: gold\npanel: [{ persona: x, vote: yes }]\nfit: { y: good }\n---\n"
    #expect(
      Set(
        try mistakes([
          "categories/apps.yaml": category(""), "reports/2026-W14/alpha.md": report,
          "reports/2026-W14/beta.md": "---\nname: Beta\n---\n",
        ])) == [
          "tier 'gold' is not known; the category defines none",
          "there is no persona 'x', nor any other",
          "vote 'yes' is not known; the category defines none",
          "unknown key 'y'; none can stand here",
        ])
  }

  @Test func countsOfOne() throws {
    let framework =
      "frameworks: { f: { title: F, checks: 1, dimensions: { a: A, b: B } } }"
    let report = """
      ---
      name: A
      frameworks:
        f: { a: { score: 1, checks: { x: no } }, b: { score: 1, checks: { y: yes, z: no } } }
      ---
      """
    let files = [
      "categories/apps.yaml": category(framework), "reports/2026-W14/alpha.md": report,
      "reports/2026-W14/beta.md": "---\nname: Beta\n---\n",
    ]
    #expect(
      try mistakes(files) == [
        "'b' has 2 checks, and its framework 'f' has 1 check; write 'checks: 2' in the framework, "
          + "or remove some"
      ])
    let article =
      "---\nvendors: [alpha, beta]\ncriteria: { rows: [{ label: L, values: [x] }] }\n---\n"
    #expect(
      try mistakes(reports.merging(["comparisons/alpha-vs-beta.md": article]) { $1 }) == [
        "1 value cannot stand here; write 2, one for each vendor"
      ])
  }

  /// A second category is one mistake, however many reports there are.
  @Test func aSecondCategory() throws {
    let site = try TestSite()
    try site.write(category(""), to: "content/categories/cars.yaml")
    let found = try site.read().diagnostics.sorted
    #expect(
      found.map(\.message) == [
        "this report and 1 other have no 'category', which is required as there are several; write "
          + "'category: apps' or 'category: cars' into each"
      ])
  }
}
