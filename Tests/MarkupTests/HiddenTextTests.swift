import Diagnosing
import Markup
import Testing

/// No text of an author disappears without a diagnostic.
@Suite struct HiddenTextTests {
  @Test(arguments: [
    ("10<sup>6</sup> users<br>per month", "10<sup>6</sup> users<br />per month"),
    ("H<SUB >2</sub>O", "H<sub>2</sub>O"), ("<kbd>Esc</kbd>", "<kbd>Esc</kbd>"),
    ("<b><i>x</i></b>", "<b><i>x</i></b>"), ("<br/>a", "<br />a"),
    // Tags that are unclosed, unopened or badly nested.
    ("<b>x", "&lt;b&gt;x"), ("x</b>", "x&lt;/b&gt;"), ("</br>", "&lt;/br&gt;"),
    ("<b><i>x</b></i>", "<b>&lt;i&gt;x</b>&lt;/i&gt;"),
    ("<b>*x</b>*", "&lt;b&gt;<em>x&lt;/b&gt;</em>"),
    // Texts that look like tags.
    ("<unlimited>", "&lt;unlimited&gt;"), ("Vec<T>", "Vec&lt;T&gt;"),
    ("a<b and c>d", "a&lt;b and c&gt;d"), ("Launcher<3", "Launcher&lt;3"),
    ("<my-tag x=1>*y*", "&lt;my-tag x=1&gt;<em>y</em>"),
    ("[a<T>](/b)", "<a href=\"/b\">a&lt;T&gt;</a>"),
    ("![a<T>](assets/x.svg)", "<img src=\"assets/x.svg\" alt=\"a&lt;T&gt;\" />"),
    ("a<!-- c -->b", "ab"),
  ])
  func nothingIsReportedOf(line: String, html: String) {
    #expect(renderer.inline(markdown(line)) == html)
    #expect(problems { markdown(line).checkLine(into: &$0) } == [])
  }

  @Test(arguments: [
    ("<span class=\"x\">a</span>", "a", ["1:1 <span class=\"x\">", "1:18 </span>"]),
    // The tag is kept without its attributes.
    ("x <b class=x>a</b>", "x <b>a</b>", ["1:3 <b class=x>"]),
    (
      "<KBD title=\"t\">a</kbd><br id=x>", "<kbd>a</kbd><br />",
      ["1:1 <KBD title=\"t\">", "1:23 <br id=x>"]
    ),
    ("<a href='/x'>a</a>", "a", ["1:1 <a href='/x'>", "1:15 </a>"]),
    ("a <?php ?> b", "a  b", ["1:3 <?php ?>"]), ("<div>a</div>", "a", ["1:1 <div>", "1:7 </div>"]),
  ])
  func tagsAreReportedOf(line: String, html: String, places: [String]) {
    #expect(renderer.inline(markdown(line)) == html)
    #expect(
      problems { markdown(line).checkLine(into: &$0) } == places.map { "hidden-text \($0)" })
  }

  @Test(arguments: [
    (
      "a\n\n<details><summary>More</summary>\ntext</details>",
      [
        "3:1 <details><summary>More</summary>"
      ]
    ),
    ("- x\n\n  <div>\n  a\n  </div>\n", ["3:3 <div>"]),
    ("<!-- a -->\n\nb <span>c</span>\n", ["3:3 <span>", "3:10 </span>"]),
    ("<!-- a --> b\n", ["1:1 <!-- a --> b"]), ("<!-- never\n\nb", ["1:1 <!-- never"]),
    ("<pre>\na\n</pre>", ["1:1 <pre>"]),
    ("<unlimited>\n*a* <u x=1>b</u>\n", ["2:5 <u x=1>"]),
    ("[Note]: important\n", ["1:1 [Note]: important"]), ("a\n\n[^1]: b\n", ["3:1 [^1]: b"]),
    ("[a]\n\n[A]: /x\n", []), ("a[^1]\n\n[^1]: b\n", []), ("`[a]: b`\n\n    [c]: d\n", []),
    ("```\n<div>\n```\n", []), ("| a |\n|---|\n| <div> |\n", ["3:3 <div>"]),
  ])
  func blocks(source: String, places: [String]) {
    #expect(
      problems { markdown(source).checkBlocks(into: &$0) } == places.map { "hidden-text \($0)" })
  }

  /// A line with only a tag that does not begin a block is a paragraph.
  @Test(arguments: [
    ("<unlimited>\n*a*\n\nb", "<p>&lt;unlimited&gt;\n<em>a</em></p>\n<p>b</p>\n"),
    ("<kbd>\nEsc</kbd>\n", "<p><kbd>\nEsc</kbd></p>\n"),
    ("- [x] a\n- [ ] b\n", "<ul>\n<li>☑ a</li>\n<li>☐ b</li>\n</ul>\n"),
    ("[![a](https://x.org/b)](https://x.org/)", "<p><a href=\"https://x.org/\">a</a></p>\n"),
  ])
  func blockHTML(source: String, html: String) {
    #expect(renderer.block(markdown(source)).html == html)
  }

  @Test func aSiteMayAllowRawHTML() {
    let raw = MarkdownRenderer(unsafeHTML: true) { _ in nil }
    #expect(
      raw.block(markdown("<div>a</div>\n\nb<span x>c <script>\n")).html
        == "<div>a</div>\n<p>b<span x>c &lt;script></p>\n")
  }

  @Test(arguments: [
    ("10<sup>6</sup> users<br />per month", "10^6 users per month"), ("H<sub>2</sub>O", "H2O"),
    ("a<sup class=\"x\">1</sup>", "a1"), ("a<br />\nb", "a\nb"),
  ])
  func visibleTextKeepsWhatTagsMean(html: String, text: String) {
    #expect(visibleText(ofHTML: html) == text)
  }
}
