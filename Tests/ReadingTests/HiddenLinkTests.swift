import Diagnosing
import Reading
import TestSites
import Testing

/// A link that no page shows is reported at its line.
struct HiddenLinkTests {
  private func found(_ body: String, pro: String = "None.") throws -> [String] {
    let site = try TestSite()
    let path = "content/reports/2026-W14/alpha.md"
    try site.write("---\nname: Alpha\npros:\n  - \(pro)\n---\n\(body)\n", to: path)
    return try site.read().diagnostics.sorted.filter { $0.rule.id == "hidden-link" }.map {
      "\($0.span.startPosition.line) \($0.message.split(separator: ";").first ?? "")"
    }
  }

  @Test(arguments: [
    ("[x](javascript:alert(1))", "javascript:alert(1)"), ("a [x](foo:bar) b", "foo:bar"),
    ("![x](data:image/png,x)", "data:image/png,x"), ("[x](java&#115;cript:y)", "javascript:y"),
    ("[a](https://a.org/ [x](foo:bar)", "foo:bar"), ("[a](b) [c](d[x](foo:bar)", "foo:bar"),
    ("[x](javascript&#58;y)", "javascript:y"), ("[x](<foo:a b>)", "foo:a b"),
    ("[x][y]\n\n[y]: tel:+49", "tel:+49"), ("<tel:+49>", "tel:+49"),
  ])
  func schemes(_ text: String, _ url: String) throws {
    let found = try found("\n" + text)
    let line = text.contains("]: ") ? 9 : 7
    #expect(found == ["\(line) the link to '\(url)' is not shown, only its text"])
  }

  @Test func linksOfLinesAndWithoutAnAddress() throws {
    #expect(
      try found("[x]()", pro: "'[x](foo:bar)'") == [
        "4 the link to 'foo:bar' is not shown, only its text",
        "6 this link has no address, so only its text is shown",
      ])
  }

  @Test(arguments: [
    "[x](https://a.org/a:b)", "[x](HTTP://a.org)", "[x](mailto:a@b.org)", "[x](/vendors/beta/)",
    "[x](../a.md)", "[x](#a:b)", "https://a.org/ and <a@b.org>", "`[x](foo:bar)`",
    "\\[x](foo:bar)", "[x](?q=a:b)",
  ])
  func others(_ text: String) throws { #expect(try found(text).isEmpty) }
}
