import FoundationEssentials
import Rendering
import TestSites
import Testing

/// The values of a comparison of two reports, shown by a minimal template.
struct ComparisonValueTests {
  private func page(
    _ site: TestSite, _ pair: String = "alpha-vs-beta", template: String
  ) throws -> String {
    let renderer = try site.renderer(templates: ["comparison.html": template])
    return try #require(renderer.text(at: "/compare/\(pair)/"))
  }

  /// - Parameter criteria: the criteria of the only group, `g`.
  private func site(
    winner: String = "{ by: none }", criteria: String, reports: [String: String]
  ) throws -> TestSite {
    let site = try TestSite(withoutReports: true)
    try site.write(
      """
      title: Apps
      headline: g.ease
      winner: \(winner)
      groups: { g: { title: G, criteria: { \(criteria) } } }

      """, to: "content/categories/apps.yaml")
    for (path, values) in reports {
      let slug = String(path.split(separator: "/")[1])
      try site.write(
        "---\nname: \(slug.capitalized)\ng: { \(values) }\n---\n", to: "content/reports/\(path).md")
    }
    return site
  }

  private static let ease = "ease: { label: Ease, kind: score }"

  // MARK: The date

  /// A pair has the date of the newer report, whichever side that is on.
  @Test(arguments: [
    ("alpha-vs-beta", "2026-W14"), ("alpha-vs-cyd", "2026-W13"), ("beta-vs-cyd", "2026-W14"),
    ("beta-vs-dee", "2026-W14"), ("cyd-vs-dee", "2026-W14"),
  ])
  func aPairIsAsNewAsItsNewerReport(pair: String, week: String) throws {
    let site = try site(
      criteria: Self.ease,
      reports: [
        "2026-W13/alpha": "ease: 1", "2026-W14/beta": "ease: 1", "2026-W12/cyd": "ease: 1",
        "2026-W14/dee": "ease: 1",
      ])
    let template = #"\(left.name) \(right.name) \(comparison.asOf)"#
    #expect(try page(site, pair, template: template).hasSuffix(" " + week))
    // An editor may show the two vendors in the other order.
    let slugs = pair.components(around: "-vs-")
    try site.write(
      "---\nvendors: [\(slugs[1]), \(slugs[0])]\nanswer: Yes.\n---\n",
      to: "content/comparisons/\(pair).md")
    let swapped = try page(site, pair, template: template)
    #expect(swapped == "\(slugs[1].capitalized) \(slugs[0].capitalized) \(week)")
  }

  // MARK: The verdict

  struct Verdict: Sendable, CustomTestStringConvertible {
    let rule: String
    /// The values of the two vendors; nil for a missing one.
    let left, right: Int?
    let reason, winner, sentence: String

    init(
      _ rule: String, _ left: Int?, _ right: Int?, _ reason: String, winner: String = "-",
      _ sentence: String
    ) {
      (self.rule, self.left, self.right) = (rule, left, right)
      (self.reason, self.winner, self.sentence) = (reason, winner, sentence)
    }

    var testDescription: String { "\(rule): \(left ?? -1) and \(right ?? -1)" }
  }

  private static let byHeadline = "{ by: headline, margin: 2 }"
  private static let verdicts = [
    Verdict(byHeadline, 7, 3, "headline", winner: "Alpha", "Alpha wins on Ease, 7/100 to 3/100."),
    Verdict(byHeadline, 3, 7, "headline", winner: "Beta", "Beta wins on Ease, 7/100 to 3/100."),
    Verdict(
      byHeadline, 7, 5, "within-margin",
      "No winner: Alpha and Beta are too close to call on Ease."),
    Verdict(byHeadline, 7, 7, "tie", "No winner: Alpha and Beta are tied on Ease."),
    Verdict(
      byHeadline, 7, nil, "insufficient-data",
      "No winner: the two have too little data in common."),
    Verdict(
      "{ by: leads }", 7, 3, "leads", winner: "Alpha", "Alpha wins on rows led, 1 to 0."),
    Verdict("{ by: leads }", 3, 7, "leads", winner: "Beta", "Beta wins on rows led, 1 to 0."),
    Verdict("{ by: leads }", 7, 7, "tie", "No winner: Alpha and Beta are tied."),
    Verdict(
      "{ by: leads, margin: 1 }", 7, 3, "within-margin",
      "No winner: Alpha and Beta are too close to call."),
    Verdict("{ by: none }", 7, 3, "none", "This comparison names no winner."),
  ]

  @Test(arguments: verdicts)
  func theReasonIsThatOfTheVerdict(test: Verdict) throws {
    let values = [test.left, test.right].map { $0.map { "ease: \($0)" } ?? "" }
    let site = try site(
      winner: test.rule, criteria: Self.ease,
      reports: ["2026-W14/alpha": values[0], "2026-W14/beta": values[1]])
    let template =
      #"\(comparison.reason)|\(comparison.winner?.name ?? "-")|\(comparison.reasonShown)"#
    #expect(try page(site, template: template) == "\(test.reason)|\(test.winner)|\(test.sentence)")
  }

  // MARK: Rows

  /// The leader of each row, and the number of rows that each vendor leads.
  @Test func rowsAndTheirTallyAgree() throws {
    let names = ["a", "b", "c", "d", "e", "f"]
    let criteria = names.map { "\($0): { label: \($0), kind: score }" }.joined(separator: ", ")
    let site = try site(
      criteria: Self.ease + ", " + criteria,
      reports: [
        "2026-W14/alpha": "a: 9, b: 9, c: 1, d: 5, f: 9, ease: 9",
        "2026-W14/beta": "a: 1, b: 1, c: 9, d: 5, e: 5, f: 1, ease: 1",
      ])
    let template =
      #"\(for group in comparison.groups)\(for row in group.rows)\(row.id):\(row.lead):"#
      + #"\(row.leader?.name ?? "-"):\(if row.isTie)=\(end) \(end)\(end)"#
      + #"\(comparison.tally.left) \(comparison.tally.right) \(comparison.tally.even)"#
    #expect(
      try page(site, template: template).split(separator: " ") == [
        "ease:left:Alpha:", "a:left:Alpha:", "b:left:Alpha:", "c:right:Beta:", "d:tie:-:=",
        "e:none:-:", "f:left:Alpha:", "4", "1", "1",
      ])
  }

  /// The common items of two sets and those of only one, in the order written. A set is not
  /// compared with an unknown one.
  @Test(arguments: [
    ("[a, b, c]", "[d, c, b]", "b,c,|a,|d,"), ("[a]", "[a]", "a,||"), ("[a]", "[b]", "|a,|b,"),
    ("[a, b]", "~", "||"), ("~", "[a, b]", "||"), ("~", "~", "||"),
  ])
  func setsAreTakenApart(left: String, right: String, expected: String) throws {
    let site = try site(
      criteria: Self.ease + ", s: { label: S, kind: set }",
      reports: ["2026-W14/alpha": "s: \(left)", "2026-W14/beta": "s: \(right)"])
    let template =
      #"\(for group in comparison.groups)\(for row in group.rows)\(if row.id == "s")"#
      + ["shared", "onlyLeft", "onlyRight"].map { #"\(for item in row.\#($0))\(item),\(end)"# }
      .joined(separator: "|") + #"\(end)\(end)\(end)"#
    #expect(try page(site, template: template) == expected)
  }
}

extension String {
  fileprivate func components(around mark: String) -> [String] {
    split(separator: mark).map(String.init)
  }
}
