import TestSeeds

/// A site with a criterion of every kind, and values at random.
extension TestSite {
  /// Criteria with the values that reports may have.
  package static let kinds: [(rubric: String, values: [String])] = [
    ("kind: score", ["0", "5", "50", "50.0", "100"]),
    ("kind: score, within: 2, better: lower", ["1", "2.5", "3", "3.001", "97"]),
    ("kind: number, within: 0.1", ["0.1", "0.2", "0.30", "-4", "1000000"]),
    ("kind: count, leaders: false", ["0", "1", "7"]),
    ("kind: percent", ["{ of: 3, met: 1 }", "{ of: 0, met: 0 }", "33.3", "100"]),
    (
      "kind: money, better: lower",
      [
        "free", "contact", "{ amount: 4, currency: USD }", "{ amount: 4, currency: EUR }",
        "{ amount: 0.5, currency: USD, per: month }",
      ]
    ),
    ("kind: duration, better: lower", ["200 ms", "1 s", "PT1M", "90.04 s", "90.041 s", "2 years"]),
    ("kind: date", ["2026-01-02", "2025-12-31"]),
    ("kind: version, better: higher", ["1.2", "1.10", "v1.2.0", "latest"]),
    ("kind: state", ["yes", "no", "partial", "unknown", "not-applicable"]),
    ("kind: text", ["a", "b"]), ("kind: set", ["[a]", "[a, b]", "[b, a]"]),
    ("kind: number, digits: 1", ["84.04", "84.01", "84.0401", "84.2"]),
    (
      "kind: percent, better: lower",
      ["{ of: 15, met: 4 }", "{ of: 30, met: 8 }", "26.7", "{ of: 1000, met: 267 }"]
    ),
    ("kind: date, words: { never: last }", ["2026-01-02", "never"]),
    (
      "kind: rating, minCount: 2",
      [
        "{ value: 4, max: 5, count: 9 }", "{ value: 8, max: 10, count: 9 }",
        "{ value: 1, max: 3, count: 1 }", "{ value: 2, max: 3, count: 5 }",
      ]
    ),
    (
      "kind: money, currency: USD, digits: 0, better: lower",
      ["0.4", "0.2", "1200.5", "free", "{ amount: 0.41, per: month }"]
    ),
    ("kind: percent, digits: 0", ["1.4", "1.04", "0.9", "99.5"]),
  ]

  package static func ofAllKinds(seed: UInt64, language: String = "en") throws -> TestSite {
    var random = SplitMix(seed: seed)
    let site = try TestSite()
    try site.write(
      "title: Base\nbaseURL: https://example.org/\nlanguage: \(language)\n",
      to: "content/site.yaml")
    try site.write(rubric(&random), to: "content/categories/apps.yaml")
    for vendor in 0..<9 {
      var text = "---\nname: V\(vendor)\ng:\n"
      if random.below(5) > 0 { text += "  head: \(random.pick(["10", "11", "12.5", "40"]))\n" }
      for (index, kind) in kinds.enumerated() where random.below(4) > 0 {
        text += "  c\(index): \(random.pick(kind.values))\n"
      }
      // The first two replace those of the base.
      let slug = vendor < 2 ? ["alpha", "beta"][vendor] : "vendor-\(vendor)"
      if text.hasSuffix("g:\n") { text += "  head: 10\n" }
      try site.write(text + "---\n", to: "content/reports/2026-W14/\(slug).md")
    }
    return site
  }

  private static func rubric(_ random: inout SplitMix) -> String {
    let rules = [
      "{ by: headline, margin: 0 }", "{ by: headline, margin: 3 }",
      "{ by: headline, margin: 0.5, requireShared: 4 }", "{ by: leads, margin: 1 }",
      "{ by: leads, requireShared: 3 }", "{ by: none }",
    ]
    var rubric = """
      title: Apps
      headline: g.head
      winner: \(random.pick(rules))
      indexed: { minShared: 4, minDifferent: 2 }
      groups:
        g:
          title: G
          criteria:
            head:
              label: Head
              kind: score
              \(random.pick(["", "within: 1", "better: lower", "leaders: false"]))

      """
    for (index, kind) in kinds.enumerated() {
      rubric += "      c\(index): { label: C\(index), \(kind.rubric) }\n"
    }
    rubric += "assessment:\n"
    for criterion in ["head", "c0", "c3", "c5", "c8"] {
      rubric +=
        """
          - when: g.\(criterion)
            text: one
            tied: two
            \(random.pick(["", "missing: three", "notWinner: four"]))

        """
    }
    return rubric
  }
}
