import Testing

@testable import Markup

/// Pages as Markdown: what readers see, and nothing else.
struct PageMarkdownTests {
  private func text(_ main: String) -> String {
    PageMarkdown.text(
      of: Array("<head><title>x</title></head><body><nav>n</nav><main>\(main)</main>f".utf8),
      origin: "https://example.org")
  }

  @Test(arguments: [
    ("<h1>A &amp; B</h1>\n<p>One\n two</p>", "# A & B\n\nOne two\n"),
    ("<p>a <strong>b </strong>c <em>d</em> <code>x*y</code></p>", "a **b** c *d* `x*y`\n"),
    ("<p><code>a`b</code></p>", "`` a`b ``\n"),
    (
      "<p><a href=\"/x/\">t</a> <a href=\"https://e.org/(a)\">u</a> <a href=\"#k\">v</a></p>",
      "[t](https://example.org/x/) [u](https://e.org/%28a%29) v\n"
    ),
    ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><p>d</p>", "- a\n- b\n  - c\n\nd\n"),
    ("<ol start=\"3\"><li>a<p>b</p></li><li>c</li></ol>", "3. a\n\n   b\n4. c\n"),
    ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b\n"),
    (
      "<dl><div><dt>Week</dt><dd>W14</dd></div><div><dt>Tier</dt><dd>Gold</dd></div></dl>",
      "- Week: W14\n- Tier: Gold\n"
    ),
    ("<pre><code>a\n  &lt;b>\n</code></pre>", "```\na\n  <b>\n```\n"),
    ("<pre>```</pre>", "````\n```\n````\n"),
    ("<p>a<br>b</p><hr><p>c</p>", "a\\\nb\n\n---\n\nc\n"),
    (
      "<p>a<span aria-hidden=\"true\">—</span> <svg><title>t</title></svg>b<button>k</button></p>",
      "a b\n"
    ),
    ("<p hidden>a</p><form><p>b</p></form><p>c</p>", "c\n"),
    ("<p>a <span aria-hidden=\"true\"><b>x</b><img alt=\"y\"></span>b</p>", "a b\n"),
    ("<script>1 < 2</script><!-- c --><p>&#x2713;&#10003;</p>", "✓✓\n"),
  ]) func blocks(_ html: String, _ markdown: String) { #expect(text(html) == markdown) }

  @Test func tables() {
    let html = """
      <table><caption>Scores</caption>
      <thead><tr><th scope="col">Row</th><th scope="col">A | B</th></tr></thead>
      <tbody><tr><th scope="row">Ease</th><td><ul><li>7</li><li>8</li></ul></td></tr>
      <tr><td colspan="2">none<br>at all</td></tr></tbody></table>
      <table><tr><td>1</td></tr></table>
      """
    #expect(
      text(html) == """
        **Scores**

        | Row | A \\| B |
        | --- | --- |
        | Ease | 7; 8 |
        | none at all |  |

        |  |
        | --- |
        | 1 |

        """)
  }

  /// What a page shows as text is no markup in Markdown either: read back, it is the same text.
  @Test(arguments: [
    "*a*", "_a_", "`a`", "[a](b)", "<b>", "&amp;", "~~a~~", "\\", "# a", "- a", "+ a", "> a",
    "1. a", "1) a", "===", "---", "***", "a | b", "![a](b)", "[a]: b", "-5", "1.5", "a_b_c", "😀",
    "#1", "+5 %", "a\u{a0}b", "<https://a.b>", "```", "| a |",
  ]) func marksStayText(_ text: String) throws {
    let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    for html in ["<p>\(escaped)</p>", "<ul><li>\(escaped)</li></ul>", "<h2>\(escaped)</h2>"] {
      #expect(shown(self.text(html)) == text, "\(self.text(html))")
    }
    let table = "<table><thead><tr><th>\(escaped)</th></tr></thead></table>"
    #expect(shown(self.text(table)) == text, "\(self.text(table))")
    #expect(shown(markdownText(of: text)) == text)
  }

  /// The text of a document as cmark-gfm reads it.
  private func shown(_ markdown: String) -> String {
    var text = ""
    MarkdownTree(markdown)?.withRoot { root in
      root.walk { event, node in
        if event == .enter, [.text, .code].contains(node.kind) { text += node.literal }
      }
    }
    return text
  }

  /// Whatever the page is, there is an end.
  @Test(arguments: [
    "", "<", "<p", "</p>", "<main", "<p><b>a", "<table><tr><td>a", "<!--", "<a href=", "&", "&#x;",
    "<td>a</td>", "<li>a", "</td></table>", "<p>a</b></p>", "<script>", "<svg><p>a",
  ]) func brokenPages(_ html: String) {
    let markdown = PageMarkdown.text(of: Array(html.utf8), origin: "")
    #expect(!markdown.contains("<p") || html == "<p")
    _ = text(html)
  }
}
