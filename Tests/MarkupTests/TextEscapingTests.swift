import Markup
import Testing

@Suite struct TextEscapingTests {
  private func written(_ write: (inout [UInt8]) -> Void) -> String {
    var bytes: [UInt8] = []
    write(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("", ""), ("plain é 漢", "plain é 漢"), ("<a href=\"x\">", "&lt;a href=&quot;x&quot;&gt;"),
    ("&'&", "&amp;&#39;&amp;"), ("\u{0}a\n", "\u{fffd}a\n"), ("\u{ffff}\u{1}", "\u{ffff}\u{1}"),
  ])
  func html(text: String, escaped: String) {
    #expect(written { TextEscaping.writeHTML(text, into: &$0) } == escaped)
  }

  @Test(arguments: [
    ("<a>\t\r\n", "&lt;a&gt;\t\r\n"), ("\u{0}\u{1}\u{1f} ", "\u{fffd}\u{fffd}\u{fffd} "),
    ("a\u{fffe}b\u{ffff}", "a\u{fffd}b\u{fffd}"), ("\u{fffd}\u{ff21}", "\u{fffd}\u{ff21}"),
  ])
  func xml(text: String, escaped: String) {
    #expect(written { TextEscaping.writeXML(text, into: &$0) } == escaped)
  }

  @Test(arguments: [
    ("\"\\\n\u{1}\u{7f}", #"\"\\\n\u0001"# + "\u{7f}", #"\"\\\n\u0001"# + "\u{7f}"),
    ("</script>&'", "</script>&'", #"\u003c/script\u003e\u0026\u0027"#),
    (
      "\u{2027}\u{2028}\u{2029}\u{202a}", "\u{2027}\u{2028}\u{2029}\u{202a}",
      "\u{2027}\\u2028\\u2029\u{202a}"
    ),
  ])
  func json(text: String, inFile: String, inHTML: String) {
    #expect(written { TextEscaping.writeJSON(text, isInHTML: false, into: &$0) } == inFile)
    #expect(written { TextEscaping.writeJSON(text, isInHTML: true, into: &$0) } == inHTML)
  }

  /// Escaping and then reading is the identity for HTML.
  @Test(arguments: ["a<b>&amp;\"'", "&lt;", "漢<é>"])
  func escapedTextIsReadAsItself(text: String) {
    #expect(visibleText(ofHTML: escapedText(text)) == text)
  }
}
