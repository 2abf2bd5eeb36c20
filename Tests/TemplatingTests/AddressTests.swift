import Diagnosing
import Templating
import Testing

/// Addresses are checked as a browser reads them: joined with the text around their values.
struct AddressTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let template: String
    let values: [String]
    let output: String

    init(_ template: String, _ values: String..., gives output: String) {
      (self.template, self.values, self.output) = (template, values, output)
    }

    var testDescription: String { "\(template) \(values)" }
  }

  static let cases = [
    // Addresses that begin with a value.
    Case(
      #"<a href="\(title):\(site)">"#, "javascript", "alert(1)", gives: #"<a href="about:invalid">"#
    ),
    Case(#"<a href="\(title):alert(1)">"#, "javascript", gives: #"<a href="about:invalid(1)">"#),
    Case(#"<a href="\(title)\(site)">"#, "java", "script:x", gives: #"<a href="about:invalid">"#),
    Case(#"<a href="\(title)/\(site)">"#, "data:", "x", gives: #"<a href="about:invalidx">"#),
    Case(#"<a href="\(title)://\(site)">"#, "https", "e.org", gives: #"<a href="https://e.org">"#),
    Case(#"<a href="\(title)#\(site)">"#, "/a", "b c", gives: #"<a href="/a#b c">"#),
    Case(#"<a href="\(title)?q=\(site)">"#, "/a", "b&c", gives: #"<a href="/a?q=b&amp;c">"#),
    Case(#"<a href="\(title)&amp;q=\(site)">"#, "/a?b", "c", gives: #"<a href="/a?b&amp;q=c">"#),
    Case(#"<a href="\(title)">\(site)"#, "javascript:x", "y", gives: #"<a href="about:invalid">y"#),
    // A literal slash keeps the address on the site.
    Case(
      #"<script src="/\(title)"></script>"#, "/evil.example/x.js",
      gives: #"<script src="about:invalid"></script>"#),
    // Browsers drop the variation selector, which makes one character with the slash before it.
    Case(
      #"<script src="\(title)"></script>"#, "//\u{fe0f}evil.example/x.js",
      gives: #"<script src="about:invalid"></script>"#),
    Case(#"<a href="\(title)">"#, "data:\u{301}x", gives: #"<a href="about:invalid">"#),
    Case(#"<img src="/\(title)">"#, #"\evil.example"#, gives: #"<img src="about:invalid">"#),
    Case(#"<img src="\(title)/\(site)">"#, "", "/evil", gives: #"<img src="about:invalid">"#),
    Case(#"<img src="\(title)/a\(site)">"#, "", "/evil", gives: #"<img src="/a/evil">"#),
    Case(#"<a href="/\(title)/">"#, "/evil.example", gives: #"<a href="about:invalid">"#),
    Case(#"<a href="/\(title)-\(site)">"#, "a", "b c", gives: #"<a href="/a-b c">"#),
    Case(#"<a href=" /\(title)">"#, "a", gives: #"<a href="/a">"#),
    Case(#"<a href="/x/\(title)">"#, "/y", gives: #"<a href="/x//y">"#),
    // Literal schemes.
    Case(#"<a href="https://\(title)/">"#, "e.org", gives: #"<a href="https://e.org/">"#),
    Case(#"<a href="mailto:\(title)">"#, "a@e.org", gives: #"<a href="mailto:a@e.org">"#),
    Case(#"<a href="java\(title)">"#, "script:x", gives: #"<a href="about:invalid">"#),
    Case(#"<a href="page-\(title).html">"#, "2", gives: #"<a href="page-2.html">"#),
    Case(
      #"<img src="https://cdn.example/\(title)">"#, "x",
      gives: #"<img src="https://cdn.example/x">"#),
    // Branches that each contain a whole address.
    Case(
      #"<a href="\(if flag)\(title)\(else)/x\(end)">"#, "/a", gives: #"<a href="/a">"#),
    Case(
      #"<a href="\(if flag)\(title)\(end)?q=\(site)">"#, "/a", "b", gives: #"<a href="/a?q=b">"#),
    Case(
      #"<a href="\(if flag)/a\(end)\(title)">"#, "javascript:x",
      gives: #"<a href="/aabout:invalid">"#
    ),
    // Addresses that the browser loads by itself, in HTML, SVG and MathML.
    Case(
      #"<svg><script href="\(title)"></script>"#, "https://e.org/x.js",
      gives: #"<svg><script href="about:invalid"></script>"#),
    Case(
      #"<svg><image href="\(title)"/>"#, "//e.org/", gives: #"<svg><image href="about:invalid"/>"#),
    Case(
      #"<svg><use xlink:href="\(title)"/>"#, "data:x",
      gives: #"<svg><use xlink:href="about:invalid"/>"#),
    Case(
      #"<svg><a xlink:href="\(title)">"#, "https://e.org/",
      gives: #"<svg><a xlink:href="https://e.org/">"#),
    Case(
      #"<math><mi href="\(title)">"#, "javascript:x", gives: #"<math><mi href="about:invalid">"#),
    Case(#"<a ping="\(title)">"#, "https://e.org/", gives: #"<a ping="about:invalid">"#),
    Case(#"<html manifest="\(title)">"#, "//e.org", gives: #"<html manifest="about:invalid">"#),
    Case(
      #"<img attributionsrc="\(title)">"#, "https://e.org/",
      gives: #"<img attributionsrc="about:invalid">"#),
    Case(#"<img lowsrc="\(title)">"#, "https://e.org/", gives: #"<img lowsrc="about:invalid">"#),
    Case(#"<p hx-get="\(title)">"#, "https://e.org/", gives: #"<p hx-get="about:invalid">"#),
    Case(
      #"<link rel="preload" href="\(title)">"#, "https://e.org/",
      gives: #"<link rel="preload" href="about:invalid">"#),
    Case(
      #"<link rel="alternate next" href="\(title)">"#, "https://e.org/",
      gives: #"<link rel="alternate next" href="https://e.org/">"#),
    Case(
      #"<link rel="alternate stylesheet" href="\(title)">"#, "https://e.org/",
      gives: #"<link rel="alternate stylesheet" href="about:invalid">"#),
    // Numbers and the template's own words, where nothing else is safe.
    Case(#"<p style="width: \(number)%">"#, "", gives: #"<p style="width: 1234%">"#),
    Case(#"<b style="\(flag ? "color: red" : "")">"#, "", gives: #"<b style="color: red">"#),
    Case(#"<svg><rect fill="url(#g\(number))"/>"#, "", gives: #"<svg><rect fill="url(#g1234)"/>"#),
    // The template's own markup is tracked like text.
    Case(#"\(raw: "<a href=\"")\(title)">"#, "javascript:x", gives: #"<a href="about:invalid">"#),
    Case(
      #"\(raw: "<script>")var a\(raw: "</script>")\(title)"#, "<",
      gives: "<script>var a</script>&lt;"),
    // Texts that browsers read as the end of a comment or of raw text.
    Case(#"<!-->\(title)"#, "<", gives: "<!-->&lt;"),
    Case(
      #"<title>x</title ><a href="\(title)">"#, "javascript:x",
      gives: #"<title>x</title ><a href="about:invalid">"#),
  ]

  @Test(arguments: cases)
  func isJudgedAsJoined(test: Case) throws {
    var values = Sample.values(title: test.values[0])
    if test.values.count > 1 { values[values.count - 1] = .text(test.values[1]) }
    let compiled = Sample.compile(test.template)
    #expect(
      Sample.render(test.template, values) == test.output,
      "\(compiled.diagnostics.sorted.map(\.message))")
  }

  /// Attributes in which no value from content is safe.
  static let refused = [
    #"<a href="javascript:f('/\(title)')">"#, #"<a href=" java&#115;cript:/\(title)">"#,
    #"<a href="javascript&colon;\(title)">"#, #"<a href="data:\(title)">"#,
    #"<a href="\(title)&colon;x">"#, #"<img src="data:image/png,\(title)">"#,
    #"<img src="https://\(title)/x.png">"#, #"<img src="//\(title)/x.png">"#,
    #"<img src="https://cdn.\(title)/">"#,
    #"<a href="\(if flag)\(title)\(end):alert(1)">"#,
    #"<a href="\(if flag)\(title)\(end)\(site)">"#,
    #"<a href="/\(if flag)\(title)\(end)">"#,
    #"<img src="\(title)/\(if flag)/x\(site)\(end)">"#,
    #"<base href="\(title)">"#, #"<base target="\(title)">"#,
    #"<meta http-equiv="refresh" content="\(title)">"#,
    #"<meta content="\(title)" http-equiv="refresh">"#,
    #"<meta http-equiv="\(title)" content="x">"#,
    #"<svg><a><set attributeName="href" to="\(title)"/></a></svg>"#,
    #"<svg><animate attributeName="href" values="\(title)"/></svg>"#,
    #"<svg><animate attributeName="\(title)"/></svg>"#, #"<svg><rect fill="url(\(title))"/></svg>"#,
    #"<svg><rect fill="\(title)"/></svg>"#, #"<p style="width:\(title)"></p>"#,
    #"<p x-on:click="\(title)"></p>"#, #"<p @click="\(title)"></p>"#, #"<p v-html="\(title)"></p>"#,
    #"<p hx-on="\(title)"></p>"#, #"<p :href="\(title)"></p>"#, #"<p ng-click="\(title)"></p>"#,
    #"<p data-on-click="\(title)"></p>"#, #"<img srcset="\(title)">"#,
    #"<iframe sandbox="\(title)"></iframe>"#,
    #"<p onclick="f(\(number))"></p>"#, #"\(raw: "<script>")\(title)</script>"#,
    #"<script type="text/javascript" type="application/json">\(title)</script>"#,
    #"<script><!--<script></script>\(title)"#, #"<noembed>\(title)</noembed>"#,
    #"<link \(if flag)rel="canonical"\(else)rel="icon"\(end) href="\(title)">"#,
  ]

  @Test(arguments: refused)
  func isRefused(template: String) {
    let (template, diagnostics) = Sample.compile(template)
    #expect(template == nil)
    #expect(diagnostics.errorCount == 1, "\(diagnostics.sorted.map(\.message))")
  }

  static let elements = [
    "a", "area", "base", "link", "meta", "img", "script", "iframe", "form", "button", "input",
    "object", "embed", "video", "audio", "source", "track", "body", "html", "q", "p", "custom-x",
    "svg", "use", "image", "feimage", "set", "animate", "mi", "annotation-xml",
  ]
  static let attributes = [
    "href", "src", "action", "formaction", "cite", "ping", "poster", "data", "background",
    "manifest", "srcset", "imagesrcset", "srcdoc", "style", "xlink:href", "to", "from", "values",
    "by", "attributename", "http-equiv", "content", "onload", "onclick", "fill", "filter", "mask",
    "codebase", "classid", "archive", "longdesc", "lowsrc", "dynsrc", "attributionsrc", "profile",
    "icon", "title", "class", "id", "x-init", "@load", "v-html", "hx-get", "hx-vals", "sandbox",
  ]
  static let shapes = [
    #"\(title)"#, #"/\(title)"#, #"x\(title)"#, #"\(title):\(title)"#, #"\(title)//\(title)"#,
    #"\(if flag)\(title)\(end)"#, #"/\(title)/\(title)"#, #"https:\(title)"#, #"?\(title)"#,
  ]
  static let hostile = [
    "javascript:alert(1)", "javascript", "java\tscript:x", "//evil.example/", "/evil.example",
    "\\\\evil.example", "https://evil.example/", "data:text/html,x", "", "/",
    "url(//evil.example/)", "//\u{fe0f}evil.example/", "/\\\u{fe0f}evil.example/",
    "javascript:\u{fe0f}alert(1)", "/\u{fe0f}/evil.example/",
    "0;url=javascript:x", " javascript:x",
  ]

  /// For every element and attribute: the value is refused, or becomes an address that runs nothing
  /// and, where the browser loads it by itself, stays on the site.
  @Test(arguments: elements)
  func noAttributeLoadsOrRuns(element: String) {
    for attribute in Self.attributes {
      for shape in Self.shapes {
        let text = "<\(element) \(attribute)=\"\(shape)\">"
        guard let template = Sample.compile(text).template else { continue }
        for value in Self.hostile {
          var bytes: [UInt8] = []
          template.render(Sample.values(title: value), into: &bytes)
          let output = String(decoding: bytes, as: UTF8.self)
          let written = output.split(separator: "\"", omittingEmptySubsequences: false)
          #expect(written.count == 3, "\(output)")
          let address = written.count == 3 ? String(written[1]) : ""
          #expect(isHarmless(address, in: attribute, of: element), "\(text) \(value): \(output)")
        }
      }
    }
  }

  private func isHarmless(_ text: String, in attribute: String, of element: String) -> Bool {
    let isAnimation = ["set", "animate"].contains(element)
    let isInert =
      ["title", "class", "id", "content"].contains(attribute)
      || !isAnimation && ["to", "from", "values", "by"].contains(attribute)
    if isInert { return true }
    // The URL Standard strips white space around an address, and line ends and tabs within it.
    let address = text.utf8.filter { !"\t\n\r".utf8.contains($0) }.drop { $0 <= 0x20 }
      .map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
    let isFollowed =
      ["a", "area"].contains(element) && ["href", "xlink:href"].contains(attribute)
      || ["action", "formaction", "cite", "longdesc"].contains(attribute)
    let head = address.prefix { !"/?#".utf8.contains($0) }
    guard let colon = head.firstIndex(of: UInt8(ascii: ":")) else {
      return isFollowed || !address.starts(with: "//".utf8)
    }
    let scheme = String(decoding: head[..<colon], as: UTF8.self).lowercased()
    return scheme.contains("about") || isFollowed && ["http", "https", "mailto"].contains(scheme)
  }
}
