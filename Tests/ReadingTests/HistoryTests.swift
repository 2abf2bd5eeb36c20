import Diagnosing
import Reading
import TestSites
import Testing

/// The warnings from reading several reports in order.
struct HistoryTests {
  /// Returns the warnings of the smallest site with reports of one vendor, by week.
  private func warnings(
    _ reports: KeyValuePairs<String, String>, alert: Int? = 2
  ) throws -> [String] {
    let site = try TestSite()
    if let alert {
      try site.write(
        "title: T\nbaseURL: https://example.org/\ndriftAlert: \(alert)\n", to: "content/site.yaml")
    }
    for (week, text) in reports {
      try site.write("---\nname: Gamma\n\(text)\n---\n", to: "content/reports/\(week)/gamma.md")
    }
    let (library, diagnostics) = try site.read()
    #expect(library != nil, "\(diagnostics.sorted.map(\.message))")
    return diagnostics.sorted.map {
      let place = $0.span.startPosition
      let file = $0.span.file.path.split(separator: "/").suffix(2).joined(separator: "/")
      return "\(file):\(place.line):\(place.column) \($0.rule.id)"
    }
  }

  @Test func aScoreThatMovesFarWantsAReason() throws {
    let far = try warnings([
      "2026-W13": "scores: { ease: 7, bugs: 1 }", "2026-W14": "scores: { ease: 4, bugs: 9 }",
    ])
    #expect(far == ["2026-W14/gamma.md:3:17 drift"])
    let near = try warnings([
      "2026-W13": "scores: { ease: 7 }", "2026-W14": "scores: { ease: 5 }",
    ])
    #expect(near == [])
    let explained = try warnings([
      "2026-W13": "scores: { ease: 7 }", "2026-W14": "reason: A rewrite.\nscores: { ease: 1 }",
    ])
    #expect(explained == [])
    let early = try warnings(["2026-W13": "reason: A rewrite.\nscores: { ease: 7 }"])
    #expect(early == ["2026-W13/gamma.md:3:9 idle-reason"])
    let unasked = try warnings(
      ["2026-W13": "scores: { ease: 7 }", "2026-W14": "scores: { ease: 1 }"], alert: nil)
    #expect(unasked == [])
  }

  /// A copy that says the same with the same evidence makes no new statement.
  @Test func evidenceOfCopiesMayBeOld() throws {
    let text = { (ease: Int, pro: String) in
      """
      scores: { ease: { value: \(ease), evidence: [{ url: 'https://a.org/', accessed: 2026-03-24 }] } }
      pros: [{ text: \(pro), evidence: [{ url: 'https://a.org/', accessed: 2026-03-24 }] }]
      cons: [\(ease)\(pro)]
      """
    }
    let kept = try warnings([
      "2026-W13": text(7, "Fast"), "2026-W14": text(7, "Fast") + "\nsummary: New",
    ])
    #expect(kept == [])
    let changed = try warnings(["2026-W13": text(7, "Fast"), "2026-W14": text(8, "Fast")])
    #expect(changed == ["2026-W14/gamma.md:3:75 old-evidence"])
    let stated = try warnings(["2026-W13": text(7, "Fast"), "2026-W14": text(7, "Small")])
    #expect(stated.count == 1 && stated.first?.hasPrefix("2026-W14/gamma.md:4:") == true)
  }

  @Test func aReportThatRepeatsTheOneBefore() throws {
    let repeated = try warnings([
      "2026-W12": "scores: { ease: 7 }", "2026-W14": "scores: { ease: 7 }",
    ])
    #expect(repeated == ["2026-W14/gamma.md:1:1 repeated-report"])
  }

  @Test func aValueThatIsNotThereAnyMore() throws {
    let vanished = try warnings([
      "2026-W13": "scores: { ease: 7, bugs: 1 }\nfeatures: { offline: yes }",
      "2026-W14": "scores: { ease: 7, bugs: { value: null, note: Not counted. } }",
    ])
    #expect(vanished == ["2026-W14/gamma.md:1:1 vanished-value"])
    let retired = try warnings([
      "2026-W13": "scores: { ease: 7 }", "2026-W14": "retired: true",
    ])
    #expect(retired == [])
  }

  @Test(arguments: [
    ("2026-03-29", "old-evidence"), ("2026-03-30", nil), ("2026-04-05", nil),
    ("2026-04-06", "future-evidence"),
  ])
  func evidenceIsOfTheWeekOfItsReport(_ date: String, _ rule: String?) throws {
    let evidence = "evidence: [ { url: https://example.org, accessed: \(date) } ]"
    let found = try warnings([
      "2026-W14": "scores: { ease: { value: 7, \(evidence) } }\npros: [ { text: A, \(evidence) } ]"
    ])
    #expect(
      found.map { $0.split(separator: " ").last.map(String.init) } == rule.map { [$0, $0] } ?? [])
    let corrected = try warnings([
      "2026-W14": "updated: 2026-04-06\npros: [ { text: A, \(evidence) } ]"
    ])
    #expect(corrected.isEmpty == (rule != "old-evidence"))
  }

  @Test func aCriterionThatNobodyFills() throws {
    // No vendor of the base site has a rating, and its reports are of 2026-W14.
    let year = try warnings(["2025-W14": "scores: { ease: 7 }"])
    #expect(year == ["categories/apps.yaml:18:7 unfilled-criterion"])
    #expect(try warnings(["2025-W15": "scores: { ease: 7 }"]) == [])
    let filled = try warnings(["2025-W14": "pros: [ A ]", "2025-W15": ratings])
    #expect(filled == [])
    let longAgo = try warnings(["2025-W14": ratings])
    #expect(longAgo == ["categories/apps.yaml:18:7 unfilled-criterion"])
  }

  private let ratings = "features: { rating: { value: 4, max: 5, count: 9 } }"
}
