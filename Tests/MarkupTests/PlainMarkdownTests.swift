import Diagnosing
import Markup
import TestSeeds
import Testing

/// The short cut around cmark-gfm for text without markup gives what cmark-gfm gives.
struct PlainMarkdownTests {
  @Test(arguments: Seeds.first(40))
  func plainTextIsWhatTheLibraryWrites(seed: UInt64) {
    let renderer = MarkdownRenderer(unsafeHTML: false) { _ in nil }
    let marks = Array("abwwW09 .,;%()'/?+=#$-éü—漢1.  :!*_`[]<>&@~|\"\\")
    var random = SplitMix(seed: seed)
    var plain = 0
    for _ in 0..<50 {
      let length = 1 + random.below(24)
      // Mostly marks that the short cut takes, so that most texts go through it.
      let text = String(
        (0..<length).map { _ in
          marks[random.below(random.below(60) == 0 ? marks.count : 32)]
        })
      let markdown = Markdown(source: text, span: SourceFile(path: "x.md", text: text).span)
      // A block that begins with a parenthesis is a paragraph, rendered without the short cut.
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
