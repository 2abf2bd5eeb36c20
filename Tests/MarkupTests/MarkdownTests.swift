import Diagnosing
import Markup
import System
import TestSites
import Testing

struct MarkdownTests {
  let renderer = MarkdownRenderer(unsafeHTML: false, basePath: "/base/") { name in
    name == "mistral" ? MarkdownRenderer.Link(url: "/vendors/mistral/", text: "Mistral") : nil
  }

  private func markdown(_ source: String) -> Markdown {
    Markdown(source: source, span: SourceFile(path: "x.md", text: source).span)
  }

  @Test(arguments: [
    ("a *b* `c`", "a <em>b</em> <code>c</code>"),
    ("# no heading", "# no heading"),
    ("- no list", "- no list"),
    ("1 < 2 & 3", "1 &lt; 2 &amp; 3"),
    ("[[mistral]]!", "<a href=\"/vendors/mistral/\">Mistral</a>!"),
    ("<b>x</b>", "x"),
    ("[x](javascript:alert(1))", "x"),
    ("[x](https://example.org/)", "<a href=\"https://example.org/\">x</a>"),
    ("![x](https://example.org/x.png)", "<a href=\"https://example.org/x.png\">x</a>"),
    ("![x](assets/x.png)", "<img src=\"/base/assets/x.png\" alt=\"x\" />"),
    ("![x](assets/../../x.png)", "x"),
    ("two\nlines", "two lines"),
    ("", ""),
  ])
  func inline(source: String, html: String) { #expect(renderer.inline(markdown(source)) == html) }

  /// The library has a table that all threads share; texts must not see each other's changes to it.
  @Test func manyThreadsRenderWhatOneDoes() {
    let texts = (0..<2000).map { index in
      markdown(
        "~~a\(index)~~ www.example.org | x@example.org\n\n| ~~t~~ | b |\n|---|---|\n| *c* | d\(index % 7) |\n"
      )
    }
    let alone = texts.map { renderer.block($0).html }
    let together = concurrentMap(texts, jobs: 8) { renderer.block($0).html }
    #expect(together == alone)
    #expect(
      alone[0].contains("<del>a0</del>") && alone[0].contains("href=\"http://www.example.org\""))
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](data:text/html,x)",
    "[a](vbscript:x)", "![a](//example.org/x.png)", "<iframe src=x>",
    "<https://x.org/\"onclick=\">",
    "[a](\tjavascript:x)", "[a](&#106;avascript:x)", "| a |\n|---|\n| <script> |",
  ])
  func nothingDangerousIsLeft(source: String) {
    let html = renderer.block(markdown(source)).html.lowercased()
    for part in [
      "<script", "<img", "<iframe", "href=\"javascript", "href=\"data", "href=\"vbscript",
    ] {
      #expect(!html.contains(part), "\(html)")
    }
  }

  @Test func headingsSkipNoLevelAndHaveAnchors() {
    let document = renderer.block(markdown("# One\n\n#### Two\n\n## One\n"))
    #expect(document.headings.map(\.level) == [2, 3, 2])
    #expect(document.headings.map(\.id) == ["s-one", "s-two", "s-one-2"])
  }

  /// What is quoted has headings of its own, and nobody can write the mark between the two parts.
  @Test func theLeadEndsAtTheFirstHeading() {
    let source =
      "One <!--lead-->\n\n> ## Quoted\n\n- # Item\n\n`<!--lead-->`\n\nTwo\n---\n\n# Three\n"
    let document = renderer.block(markdown(source))
    #expect(document.lead.contains("One") && document.lead.contains("Item"))
    #expect(document.lead.hasSuffix("<code>&lt;!--lead--&gt;</code></p>\n"))
    #expect(document.rest.hasPrefix("<h2 id=\"s-two\">\nTwo") && !document.html.contains("<!--"))
    #expect(renderer.block(markdown("## All\n\ntext")).lead == "")
    #expect(renderer.block(markdown("text")).rest == "")
  }

  @Test func tablesHaveCaptionsAndScopes() {
    let html = renderer.block(markdown("## Prices\n\n| | b |\n|---|:-:|\n| 1 | 2 |\n")).html
    #expect(html.contains("<caption>Prices</caption>"))
    #expect(html.contains("<th scope=\"col\" class=\"center\">b</th>"))
    #expect(html.contains("<td></td>"))
  }
}

/// The short cut around cmark-gfm for text without markup gives what cmark-gfm gives.
struct PlainTextTests {
  @Test(arguments: 0..<40)
  func plainTextIsWhatTheLibraryWrites(seed: Int) {
    let renderer = MarkdownRenderer(unsafeHTML: false, basePath: "/") { _ in nil }
    let marks = Array("abwwW09 .,;%()'/?+=#$-éü—漢1.  :!*_`[]<>&@~|\"\\")
    var random = SplitMix(seed: UInt64(seed))
    var plain = 0
    for _ in 0..<50 {
      let length = Int.random(in: 1...24, using: &random)
      // Mostly marks that the short cut takes, so that most texts go through it.
      let text = String(
        (0..<length).map { _ in
          marks[
            Int.random(
              in: 0..<(Int.random(in: 0..<60, using: &random) == 0 ? marks.count : 32),
              using: &random)]
        })
      let markdown = Markdown(source: text, span: SourceFile(path: "x.md", text: text).span)
      // A block of a paragraph that begins with a letter is rendered without the short cut.
      let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if line.isEmpty { continue }
      let block = Markdown(source: "x\(line)", span: markdown.span)
      let expected = renderer.block(block).html.dropFirst("<p>x".count).dropLast("</p>\n".count)
      if renderer.inline(markdown) == line { plain += 1 }
      #expect(renderer.inline(markdown) == String(expected), "\(text)")
    }
    #expect(plain > 20)
  }
}
