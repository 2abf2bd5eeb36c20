import Diagnosing
import Markup
import System
import Testing

struct MarkdownTests {
  let renderer = MarkdownRenderer(
    unsafeHTML: false, address: { url, place in url.hasPrefix("/") ? "/base" + url : url }
  ) { name in
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
    ("<b>x</b>", "<b>x</b>"),
    ("_x_ and *y*", "<em>x</em> and <em>y</em>"),
    ("(a) www.example.org", "(a) <a href=\"http://www.example.org\">www.example.org</a>"),
    ("[x](javascript:alert(1))", "x"), ("[x](javascript:\u{fe0f}alert(1))", "x"),
    ("[x](https://example.org/)", "<a href=\"https://example.org/\">x</a>"),
    ("![x](https://example.org/x.png)", "<a href=\"https://example.org/x.png\">x</a>"),
    ("![x](/assets/x.png)", "<img src=\"/base/assets/x.png\" alt=\"x\" />"),
    ("![x](//example.org/x.png)", "x"), ("![x](mailto:x@example.org)", "x"),
    ("[x](/vendors/b/#y)", "<a href=\"/base/vendors/b/#y\">x</a>"),
    ("two\nlines", "two lines"),
    ("", ""),
  ])
  func inline(source: String, html: String) { #expect(renderer.inline(markdown(source)) == html) }

  /// The library has a table shared by all threads; no text may see another text's changes to it.
  @Test func manyThreadsRenderWhatOneDoes() {
    let texts = (0..<2000).map { index in
      markdown(
        "~~a\(index)~~ www.example.org | x@example.org\n\n"
          + "| ~~t~~ | b |\n|---|---|\n| *c* | d\(index % 7) |\n"
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
    "[a](\tjavascript:x)", "[a](data:\u{301}text/html,x)", "[a](&#106;avascript:x)",
    "| a |\n|---|\n| <script> |",
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
    #expect(document.headings.map(\.id) == ["one", "two", "one-1"])
  }

  /// Headings in quotations do not count, and no text can forge the mark between the two parts.
  @Test func theLeadEndsAtTheFirstHeading() {
    let source =
      "One <!--lead-->\n\n> ## Quoted\n\n- # Item\n\n`<!--lead-->`\n\nTwo\n---\n\n# Three\n"
    let document = renderer.block(markdown(source))
    #expect(document.lead.contains("One") && document.lead.contains("Item"))
    #expect(document.lead.hasSuffix("<code>&lt;!--lead--&gt;</code></p>\n"))
    #expect(document.rest.hasPrefix("<h2 id=\"two\">Two") && !document.html.contains("<!--"))
    #expect(renderer.block(markdown("## All\n\ntext")).lead == "")
    #expect(renderer.block(markdown("text")).rest == "")
  }
}
