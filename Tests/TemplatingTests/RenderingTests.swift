import Diagnosing
import Templating
import Testing

struct RenderingTests {
  static let cases: [(String, String)] = [
    (#"a \(title) b"#, "a T&lt;1&gt; b"), (#"\\(title)"#, #"\(title)"#), (#"\(number)"#, "1234"),
    (#"\(number.formatted())"#, "1,234"), (#"\(markup)"#, "<b>m</b>"),
    (#"\("x\(number)y")"#, "x1234y"),
    (#"\(maybe ?? "none")"#, "none"), (#"\(1 + 2 * 3)"#, "7"), (#"\((1 + 2) * 3)"#, "9"),
    (#"\(10 - 2 - 3)"#, "5"), (#"\(1 / 4)"#, "0.25"), (#"\(number / number ?? 0)"#, "1"),
    (#"\(flag && !flag ? "a" : "b")"#, "b"), (#"\(flag || flag && !flag ? "a" : "b")"#, "a"),
    (#"\(item == items.last ? "same" : "other")"#, "same"), (#"\(maybeItem?.name ?? "-")"#, "-"),
    (#"\(maybe == nil ? "nil" : "some")"#, "nil"),
    (#"\(0.1 + 0.2 == 0.3 ? "exact" : "float")"#, "exact"),
    (#"\(if flag)yes\(else)no\(end)"#, "yes"),
    (#"\(if !flag)1\(else if number > 1)2\(else)3\(end)"#, "2"),
    (#"\(if let m = maybe)\(m)\(else)-\(end)"#, "-"),
    (#"\(for i in items)\(i.name)\(i.size) \(end)"#, "b1 a2 "),
    // Optional chaining extends to the end of the chain, including built-in members.
    (#"\(maybe?.count ?? 7) \((maybe?.isEmpty ?? true) ? 1 : 2)"#, "7 1"),
    (#"\(items.dropFirst(2).first?.name ?? "none")"#, "none"),
    (#"\(items.first?.name.count ?? 0) \(maybeItem?.name.uppercased() ?? "-")"#, "1 -"),
    (#"\(if let n = maybeItem?.name.count)yes\(else)no\(end)"#, "no"),
    (#"\(if let maybe)yes\(else)no\(end)"#, "no"),
    (#"\(maybeItem?.name.isEmpty == nil ? 1 : 2)"#, "1"),
    (#"\(flag ?[1].count : 2) \(items.first?.name ?? "")"#, "1 b"),
    // Equality of every type.
    (#"\(plain == plain ? 1 : 2)\(plain == other ? 1 : 2)\(markup == markup ? 1 : 2)"#, "121"),
    (#"\(items == items ? 1 : 2)\(items == items.reversed() ? 1 : 2)"#, "12"),
    (#"\([plain] == [other] ? 1 : 2)\(maybeItem == nil ? 1 : 2)"#, "21"),
    (#"\(items.sorted(by: "size").last?.name ?? "")"#, "a"),
    // Values that an include may omit.
    (#"\(include "sized")|\(include "sized", size: nil)|\(include "sized", size: 2)"#, "s|-|2"),
    (#"\(include "sized", size: maybe)"#, "-"),
    // Numbers.
    (#"\(7 % 3) \(-7 % 3) \(7.5 % 2) \(number % 0 ?? 5)"#, "1 -1 1.5 5"),
    (#"\(2.345.rounded(to: 2)) \((-2.5).rounded(to: 0)) \(3.rounded(to: 1))"#, "2.35 -3 3"),
    (#"\(min(3, 1, 2)) \(max(number, 2000))"#, "1 2000"),
    (#"\(names.prefix(number / 1000).count) \([1, 2, 3].prefix(2,).count)"#, "1 2"),
    (#"\(number - 0) \(number * 0)"#, "1234 0"),
    // Loops.
    (#"\(for i in 0..<3)\(i)\(end)\(for i in 3..<1)x\(else)-\(end)"#, "012-"),
    (#"\(for i in items where i.size > 1)\(i.name)\(end)"#, "a"),
    (#"\(for (n, i) in items.enumerated() where i.size > 1)\(n)\(i.name)\(end)"#, "1a"),
    (#"\(for n in names + ["z",])\(n)\(end)"#, "xyz"),
    (#"\("\u{2713}\u{1F600}")"#, "✓😀"),
    // Branches whose ends become equal through the following text.
    (#"<p \(if flag)hidden\(end)>\(title)"#, "<p hidden>T&lt;1&gt;"),
    (#"<p\(if flag) hidden\(end) class="\(title)">"#, #"<p hidden class="T&lt;1&gt;">"#),
    (
      #"<p\(if flag) id="a"\(end)\(if !flag) hidden\(else) class='b'\(end)>"#,
      #"<p id="a" class='b'>"#
    ),
    (#"<p class="a\(if flag) b\(end)">"#, #"<p class="a b">"#),
    ("\u{feff}\\(title)\n", "T&lt;1&gt;\n"), ("\u{feff}\\(let a = 1)\na\\(a)", "a1"),
    ("\u{feff}  \\(let a = 1)\na\\(a)", "a1"),
    (#"\(for (n, i) in items.enumerated())\(n)\(i.name)\(end)"#, "0b1a"),
    (#"\(for i in items.sorted(by: "name"))\(i.name)\(end)"#, "ab"),
    (#"\(for i in items.prefix(0))x\(else)empty\(end)"#, "empty"),
    // Only a right-to-left value is isolated from the text around it.
    (#"\(strings.leads(name: title))"#, "T&lt;1&gt; leads"),
    (#"<p title="\(strings.leads(name: "שלום"))">"#, "<p title=\"\u{2068}שלום\u{2069} leads\">"),
    (#"\(names.joined(separator: ", "))"#, "x, y"), (#"\(names.contains("x") ? 1 : 2)"#, "1"),
    (#"\(names.reversed().first ?? "")"#, "y"), (#"\(names[1] ?? "") \(names[9] ?? "-")"#, "y -"),
    (#"\(names.count) \(title.isEmpty ? 1 : 2)"#, "2 2"),
    (#"\(let x = title)\(x.lowercased())"#, "t&lt;1&gt;"),
    (#"\(include "hello", name: title)"#, "Hello T&lt;1&gt;, S."),
    (#"\(strings.winner) \(strings.leads(name: title))"#, "Winner T&lt;1&gt; leads"),
    (#"\(strings.pages(count: 1)), \(strings.pages(count: 2))"#, "1 page, 2 pages"),
    (
      #"<link rel="stylesheet" href="\(asset("site.css"))">"#,
      "<link rel=\"stylesheet\" href=\"/assets/site.1.css\">"
    ),
    (#"\(// a "comment)"#, ""), ("a\n  \\(if flag)  \nb\n  \\(end)\nc", "a\nb\nc"),
    ("a\n\\(title)\nb", "a\nT&lt;1&gt;\nb"), (#"\(raw: "<hr>")"#, "<hr>"),
    ("\\(extends \"layout\")\n\\(block main)\nx\n\\(end)\n", "<main>x\n</main>\n"),
    ("\\(extends \"layout\")\n", "<main>\nnone\n</main>\n"),
    (
      #"<script type="application/ld+json">{"a":\(title),"b":"\(title)"}</script>"#,
      #"<script type="application/ld+json">{"a":"T\u003c1\u003e","b":"T\u003c1\u003e"}</script>"#
    ),
  ]

  @Test(arguments: cases)
  func renders(template: String, output: String) {
    let messages = Sample.compile(template).diagnostics
    #expect(Sample.render(template) == output, "\(messages.sorted.map(\.message))")
  }

  /// Values, half of which try to break out of their position.
  static let injections = [
    "<script>alert(1)</script>", "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>",
    "</title><script>x</script>", "</script><script>x</script>", "</textarea><b>", "-->", "]]>",
    "&lt;b&gt;",
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
    "java\nscript:alert(1)", "\u{1}javascript:x", "data:text/html,<b>", "vbscript:x",
    "javascript&colon;x",
    "//evil.example/x", "\\\\evil.example\\x", "https://evil.example/x", "\" onmouseover=\"x",
    "' onfocus='x",
    "a\u{0}b", "\u{2028}", "\\\"}", "{{x}}", "${x}", "\\(title)", "\u{202e}gnp.exe", "\u{feff}x",
    "%00", "..%2f",
    "x\" style=\"y", "`x`", "<svg/onload=x>", "<!--", "<![CDATA[", "</style>", "&#106;avascript:x",
  ]
  static let places = [
    #"<p>\(title)</p>"#, #"<p title="\(title)">x</p>"#, #"<p title='\(title)'>x</p>"#,
    #"<a href="\(title)">x</a>"#, #"<a href='\(title)'>x</a>"#, #"<a href="/x/\(title)">x</a>"#,
    #"<img src="\(title)" alt="">"#, #"<title>\(title)</title>"#, #"<textarea>\(title)</textarea>"#,
    #"<form action="\(title)"></form>"#,
    #"<script type="application/ld+json">{"a":\(title)}</script>"#,
    #"<script type="application/ld+json">{"a":"\(title)"}</script>"#,
  ]

  /// Only the template's own tags and quotes remain, and its addresses are safe.
  @Test(arguments: injections)
  func nothingBreaksOut(value: String) throws {
    for place in Self.places {
      let harmless = try #require(Sample.render(place, Sample.values(title: "x")))
      let output = try #require(Sample.render(place, Sample.values(title: value)))
      for mark in "<>\"'" where !(place.contains("json") && mark == "\"") {
        #expect(output.count { $0 == mark } == harmless.count { $0 == mark }, "\(place): \(output)")
      }
      for start in ["href=\"", "href='", "src=\"", "action=\""] where output.contains(start) {
        let rest = output.components(after: start).lowercased()
        #expect(
          !["javascript:", "data:", "vbscript:", " ", "\u{1}"].contains { rest.hasPrefix($0) })
        if start == "src=\"" { #expect(!rest.hasPrefix("//") && !rest.hasPrefix("http")) }
      }
    }
  }
}

extension String {
  fileprivate func components(after start: String) -> String {
    var rest = self[...]
    while !rest.isEmpty, !rest.hasPrefix(start) { rest = rest.dropFirst() }
    return String(rest.dropFirst(start.count))
  }
}
