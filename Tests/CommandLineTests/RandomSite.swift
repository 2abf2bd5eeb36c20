import FoundationEssentials
import TestSeeds
import TestSites

/// A site with random edits, such as publishers, editors and theme authors make.
struct RandomSite {
  let versus: Versus
  private var random: SplitMix
  private var texts: RandomText
  private var names = ["ada", "bob", "cyd", "dee", "eve", "fay"]
  private var created = 0

  /// - Parameter vendors: how many vendors the site begins with; up to six.
  init(seed: UInt64, vendors: Int = 6) throws {
    versus = try Versus()
    names = Array(names.prefix(vendors))
    random = SplitMix(seed: seed)
    texts = RandomText(seed: seed)
    try versus.write(
      """
      title: Site
      baseURL: https://example.org/
      language: en-GB
      description: A site.
      """, to: "content/site.yaml")
    try versus.write(
      "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n", to: "content/assets/x.svg")
    try versus.write(
      "---\ntitle: \(texts.plain().quotedForYAML)\n---\n![x](assets/x.svg)\n\n\(texts.blocks())",
      to: "content/pages/about.md")
    try writeRubric()
    for name in names { try writeReport(name) }
  }

  private mutating func below(_ bound: Int) -> Int { random.below(bound) }

  private mutating func pick(_ list: [String]) -> String { random.pick(list) }

  private mutating func writeRubric() throws {
    try versus.write(
      """
      title: Tools
      headline: scores.speed
      winner: { by: \(pick(["headline", "leads", "headline, margin: 2"])) }
      groups:
        scores:
          title: \(pick(["Scores", "Points"]))
          criteria:
            speed: { label: Speed, kind: score\(pick(["", ", within: 3", ", better: lower"])) }
            price: { label: \(pick(["Price", "Cost"])), kind: money, better: lower, currency: EUR }
            open: { label: Open, kind: state }
            note: { label: \(texts.plain().quotedForYAML), kind: text }
            uses: { label: Uses, kind: list, help: \(texts.plain().quotedForYAML) }
      segments: { title: Fit, scale: fit, rows: { small: Small, large: Large } }
      assessment:
        - when: scores.speed
          text: '\\(leader.name) is \(pick(["faster", "quicker"])) (\\(leader.value)).'
          tied: Both are as fast.
      """, to: "content/categories/tools.yaml")
  }

  private mutating func writeReport(_ name: String, week: String = "2026-W14") throws {
    let values = [
      "speed: \(below(100))", "price: \(pick(["1", "2.50", "free", "contact"]))",
      "open: { value: \(pick(["yes", "no", "unknown"])), note: \(texts.line().quotedForYAML) }",
      "note: \(texts.line().quotedForYAML)",
      "uses: [ \(texts.line().quotedForYAML), \(texts.line().quotedForYAML) ]",
    ].filter { _ in below(5) > 0 }
    try versus.write(
      """
      ---
      name: \(name.capitalized)\(pick(["", " <&>", " Labs"]))
      scores: { \(values.joined(separator: ", ")) }
      fit: { small: \(pick(["good", "avoid"])) }
      summary: \(texts.plain().quotedForYAML)
      tagline: \(texts.plain().quotedForYAML)
      pros: [ "Good at *\(below(9))*", \(texts.line().quotedForYAML) ]
      cons: [ \(texts.line().quotedForYAML) ]
      bestFor: [ \(texts.line().quotedForYAML) ]
      risks: [ { title: \(texts.plain().quotedForYAML), text: \(texts.line().quotedForYAML) } ]
      ---
      ## Body

      Text \(below(1000)), as [[\(pick(names))]] says.

      \(texts.blocks())
      """, to: "content/reports/\(week)/\(name).md")
  }

  /// Makes one edit; returns its description.
  mutating func edit() throws -> String {
    switch below(12) {
    case 0, 1, 2:
      let name = pick(names)
      try writeReport(name)
      return "changed \(name)"
    case 3:
      created += 1
      let name = "new\(created)"
      names.append(name)
      names.sort()
      try writeReport(name)
      return "added \(name)"
    case 4 where names.count > 3:
      // A link to a removed vendor would be an error, so all links are rewritten.
      let name = names.remove(at: below(names.count))
      for week in ["2026-W14", "2026-W15"] where versus.exists("content/reports/\(week)/\(name).md")
      {
        try versus.remove("content/reports/\(week)/\(name).md")
      }
      try removeArticles(of: name)
      for other in names {
        try writeReport(other)
        if versus.exists("content/reports/2026-W15/\(other).md") {
          try writeReport(other, week: "2026-W15")
        }
      }
      return "removed \(name)"
    case 5:
      try writeReport(pick(names), week: "2026-W15")
      return "a report of the next week"
    case 6:
      try writeRubric()
      return "the rubric"
    case 7:
      let words = pick(["VS", "against", "or"])
      try versus.write(
        """
        <section class="card"><h2>\\(vendor.name)</h2><p>\(words)</p>\
        \\(if vendor == winner)!\\(end)</section>
        """,
        to: "templates/partials/vendor-card.html")
      return "a template"
    case 8:
      try versus.write(
        "winner: \(pick(["Wins", "Best", "First"]))\n", to: "templates/strings/en-GB.yaml")
      return "a string"
    case 9:
      try versus.write(
        """
        title: \(pick(["Site", "Place"]))
        baseURL: https://example.org/\(pick(["", "x/"]))
        language: en-GB
        description: D\(below(3)).

        """,
        to: "content/site.yaml")
      return "the site"
    case 10:
      let pair = [names[0], names[1 + below(names.count - 1)]]
      try versus.write(
        """
        - date: 2026-04-0\(1 + below(9))
          page: \(pair[0])-vs-\(pair[1])
          wrong: \(texts.line().quotedForYAML)
          right: \(texts.line().quotedForYAML)

        """,
        to: "content/corrections.yaml")
      return "a correction of \(pair)"
    default:
      let pair = [names[0], names[1 + below(names.count - 1)]]
      try versus.write(
        """
        ---
        vendors: [\(pair[0]), \(pair[1])]
        answer: \(texts.line().quotedForYAML)
        faq: [ { question: \(texts.plain().quotedForYAML), answer: \(texts.line().quotedForYAML) } ]
        ---
        \(texts.blocks())

        """,
        to: "content/comparisons/\(pair[0])-vs-\(pair[1]).md")
      return "an article on \(pair)"
    }
  }

  /// Changes the report of each vendor in turn, and calls the check after each.
  mutating func changeReports(_ check: (String) throws -> Void) throws {
    for name in names {
      try writeReport(name)
      try check(name)
    }
  }

  private func removeArticles(of name: String) throws {
    if versus.exists("content/corrections.yaml") { try versus.remove("content/corrections.yaml") }
    guard versus.exists("content/comparisons") else { return }
    for file in try versus.files(in: "content/comparisons").keys.sorted()
    where file.hasPrefix(name + "-vs-") || file.hasSuffix("-vs-" + name + ".md") {
      try versus.remove("content/comparisons/" + file)
    }
  }
}
