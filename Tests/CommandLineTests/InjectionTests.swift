import Foundation
import TestSites
import Testing

/// Y-01: whatever stands in names, values, Markdown and keys, no page gets a script, a foreign
/// request or a tag that the theme did not write.
struct InjectionTests {
  static let payloads = [
    "<script>alert(1)</script>", "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>",
    "</title><script>x</script>", "</textarea></style><svg onload=x>", "--><b>", "<iframe src=//x>",
    "javascript:alert(1)", "<a href=\"javascript:x\">y</a>", "[y](javascript:alert(1))",
    "![y](https://evil.example/x.png)", "<style>*{}</style>", "\\(title)", "{{ 7 }}",
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
      publisher: { name: \(value) }
      navigation: [ { text: \(value), url: /apps/ } ]
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
        disclosure: { made: \(value), by: \(value), relationship: \(value) }
        sources: [ { id: s, url: https://example.org/, title: \(value) } ]
        ---
        ## \(payload)

        \(payload)
        """, to: "content/reports/2026-W14/\(slug).md")
    }
    let path = site.folder.path()
    let build = try Program.run(["build", "-s", path])
    #expect(build.code == 0, "\(build.errors)")
    for page in [
      "index.html", "apps/index.html", "compare/alpha-vs-beta/index.html",
      "vendors/alpha/index.html", "methodology/apps/index.html", "404.html",
    ] {
      let html = try String(contentsOfFile: "\(path)/public/\(page)", encoding: .utf8)
      let tags = try Self.tags(in: html)
      #expect(tags.count { $0.hasPrefix("script") } == 1, "\(page)")
      for part in ["img", "iframe", "svg", "style", "math"] {
        #expect(!tags.contains { $0.hasPrefix(part) }, "\(page): <\(part)>")
      }
      for part in [" onload", " onerror", "=\"javascript:", "='javascript:", "=\"data:"] {
        #expect(!tags.contains { $0.contains(part) }, "\(page): \(part)")
      }
    }
  }

  /// What a browser would take for tags, without what they say between quotes of attributes that
  /// are only text.
  private static func tags(in html: String) throws -> [String] {
    let tag = try Regex("<([A-Za-z](?:[^\"'>]|\"[^\"]*\"|'[^']*')*)>")
    let text = try Regex(" (content|aria-label|title|alt)=\"[^\"]*\"")
    return html.matches(of: tag).map { match in
      String(html[match.range].dropFirst()).replacing(text, with: "")
    }
  }
}
