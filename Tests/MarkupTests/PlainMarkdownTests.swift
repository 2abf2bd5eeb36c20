import Diagnosing
import Markup
import TestSeeds
import Testing

/// The fast path for text without markup gives the same output as cmark-gfm.
struct PlainMarkdownTests {
  @Test(arguments: Seeds.first(40))
  func plainTextIsWhatTheLibraryWrites(seed: UInt64) {
    let renderer = MarkdownRenderer(unsafeHTML: false) { _ in nil }
    let marks = Array("abwwW09 .,;%()'/?+=#$-éü—漢1.  :!*_`[]<>&@~|\"\\")
    var random = SplitMix(seed: seed)
    var plain = 0
    for _ in 0..<50 {
      let length = 1 + random.below(24)
      // Most of the characters are ones that the fast path accepts, so that most texts take it.
      let text = String(
        (0..<length).map { _ in
          marks[random.below(random.below(60) == 0 ? marks.count : 32)]
        })
      let markdown = Markdown(source: text, span: SourceFile(path: "x.md", text: text).span)
      // A block that begins with a parenthesis is a paragraph, rendered without the fast path.
      let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if line.isEmpty { continue }
      let block = Markdown(source: "(\(line)", span: markdown.span)
      let expected = renderer.block(block).html.dropFirst("<p>(".count).dropLast("</p>\n".count)
      if renderer.inline(markdown) == line { plain += 1 }
      #expect(renderer.inline(markdown) == String(expected), "\(text)")
    }
    #expect(plain > 20)
  }
}
