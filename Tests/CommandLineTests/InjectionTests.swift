import Foundation
import TestSites
import Testing

/// Y-01: whatever names, values, Markdown and keys contain, no page gets a script, a request to
/// another host, or a tag that the theme did not write.
struct InjectionTests {
  static let payloads = [
    "<script>alert(1)</script>", "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>",
    "</title><script>x</script>", "</textarea></style><svg onload=x>", "--><b>", "<iframe src=//x>",
    "javascript:alert(1)", "<a href=\"javascript:x\">y</a>", "[y](javascript:alert(1))",
    "![y](https://evil.example/x.png)", "//\u{fe0f}evil.example/x.js", "<style>*{}</style>",
    "\\(title)", "{{ 7 }}",
    "&lt;script&gt;",
    "<b", "]]><!--", "<math><mi//xlink:href=\"data:x\">", "[[alpha]]<script>", "`<script>`",
  ]

  @Test(arguments: payloads)
  func nothingReachesThePage(payload: String) throws {
    let site = try TestSite()
    let value = String(
      decoding: try JSONEncoder().encode(payload), as: UTF8.self
    ).replacingOccurrences(of: "\\/", with: "/")
    try site.write(
      """
      title: \(value)
      description: \(value)
      baseURL: https://example.org/
      disclosure: \(value)
      theme: { footer: \(value) }
      publisher: { name: \(value) }
      navigation: [ { text: \(value), url: /apps/ } ]
      newsletter: { title: \(value), text: \(value), action: https://example.org/subscribe }
      """, to: "content/site.yaml")
    try site.write(
      """
      title: \(value)
      tagline: \(value)
      winner: { by: leads }
      tiers: { gold: \(value) }
      groups:
        scores:
          title: \(value)
          rowHeader: \(value)
          criteria:
            ease: { label: \(value), help: \(value), kind: score }
            word: { label: \(value), kind: text }
            many: { label: \(value), kind: list }
            tags: { label: \(value), kind: set }
      frameworks:
        goals: { title: \(value), source: \(value), checks: 1, dimensions: { one: \(value) } }
      panel: { title: \(value), votes: [ship], synthetic: true, personas: { builder: \(value) } }
      """, to: "content/categories/apps.yaml")
    for slug in ["alpha", "beta"] {
      try site.write(
        """
        ---
        name: \(value)
        title: \(value)
        summary: \(value)
        tagline: \(value)
        tier: gold
        offerings: { cloud: \(value) }
        scores:
          ease: { value: 5, note: \(value), scope: cloud }
          word: \(value)
          many: [ \(value) ]
          tags: [ \(value) ]
        pros: [ \(value) ]
        cons: [ { text: \(value), evidence: [ { url: https://example.org/, title: \(value) } ] } ]
        bestFor: [ \(value) ]
        cautionFor: [ \(value) ]
        frameworks:
          goals:
            one:
              score: 4
              note: \(value)
              cap: { reason: \(value) }
              override: { label: \(value), reason: \(value) }
              checks: { G1: { met: yes, note: \(value) } }
        stack: { role: \(value), layer: \(value), upstream: \(value), downstream: \(value) }
        risks: [ { title: \(value), text: \(value), mitigation: \(value) } ]
        scenarios: [ { title: \(value), fit: good, text: \(value) } ]
        alternatives: [ { name: \(value), note: \(value) } ]
        panel: [ { persona: builder, vote: ship, quote: \(value) } ]
        disclosure: { made: \(value), by: \(value), relationship: \(value) }
        sources: [ { id: s, url: https://example.org/, title: \(value) } ]
        ---
        ## \(payload)

        \(payload)
        """, to: "content/reports/2026-W14/\(slug).md")
    }
    try site.write(
      "name: \(value)\ncredentials: \(value)\nbio: \(value)\n", to: "content/authors/a.yaml")
    try site.write(
      """
      ---
      title: \(value)
      prompt: \(value)
      system: \(value)
      files: [ { name: \(value) } ]
      date: 2026-03-30
      redaction: \(value)
      answers:
        - { vendor: alpha, model: \(value), text: \(value) }
        - { vendor: beta, model: \(value), text: \(value) }
      ---
      """, to: "content/prompts/p.md")
    try site.write(
      """
      ---
      vendors: [alpha, beta]
      title: \(value)
      suffix: \(value)
      author: a
      answer: \(value)
      cells: { alpha: { scores.word: \(value) } }
      criteria:
        columns: [\(value), \(value)]
        rows: [ { label: \(value), values: [\(value), \(value)] } ]
      chooseIf: { alpha: \(value), beta: \(value) }
      useCases: [ { name: \(value), why: \(value), considerations: \(value) } ]
      steps: [ { name: \(value), text: \(value) } ]
      faq: [ { question: \(value), answer: \(value) } ]
      ---
      ## \(payload)

      \(payload)
      """, to: "content/comparisons/alpha-vs-beta.md")
    let path = site.folder.path()
    let build = try Program.run(["build", "-s", path])
    #expect(build.code == 0, "\(build.errors)")
    let badge = try String(contentsOfFile: "\(path)/public/badges/alpha.svg", encoding: .utf8)
    #expect(
      Set(try Self.tags(in: badge).map { $0.prefix { $0.isLetter } })
        .isSubset(of: ["svg", "title", "clipPath", "rect", "g", "path", "text"]), "\(badge)")
    for page in [
      "index.html", "apps/index.html", "compare/alpha-vs-beta/index.html",
      "vendors/alpha/index.html", "methodology/apps/index.html", "404.html",
      "authors/a/index.html",
    ] {
      let html = try String(contentsOfFile: "\(path)/public/\(page)", encoding: .utf8)
      let tags = try Self.tags(in: html)
      #expect(tags.count { $0.hasPrefix("script ") && $0.contains(" src=") } == 1, "\(page)")
      // Structured data is the only other script, and contains no tags.
      let scripts = html.matches(of: try Regex("(?i)<script|</script")).count
      let data = html.matches(of: try Regex("<script type=\"application/ld\\+json\">")).count
      #expect(scripts == 2 + 2 * data, "\(page)")
      for part in ["img", "iframe", "svg", "style", "math"] {
        // Pictures of the theme, which hold numbers, and the vendor's badge, whose text is escaped.
        let own =
          ["picture", "bar", "tally-bar"].map { "svg class=\"\($0)\"" }
          + ["img src=\"/badges/alpha.svg\" "]
        let found = tags.filter { tag in
          tag.hasPrefix(part) && !own.contains { tag.hasPrefix($0) }
        }
        #expect(found.isEmpty, "\(page): <\(part)>")
      }
      for part in [" onload", " onerror", "=\"javascript:", "='javascript:", "=\"data:"] {
        #expect(tags.filter { $0.contains(part) } == [], "\(page): \(part)")
      }
    }
  }

  /// Returns everything that a browser would read as a tag, without the quoted values of text
  /// attributes.
  private static func tags(in html: String) throws -> [String] {
    let tag = try Regex("<([A-Za-z](?:[^\"'>]|\"[^\"]*\"|'[^']*')*)>")
    let text = try Regex(" (content|aria-label|title|alt|data-help)=\"[^\"]*\"")
    return html.matches(of: tag).map { match in
      String(html[match.range].dropFirst()).replacing(text, with: "")
    }
  }
}
