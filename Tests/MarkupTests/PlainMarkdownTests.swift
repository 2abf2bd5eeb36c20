import Diagnosing
import Markup
import TestSites
import Testing

/// The short cut around cmark-gfm for text without markup gives what cmark-gfm gives.
struct PlainMarkdownTests {
  @Test(arguments: 0..<40)
  func plainTextIsWhatTheLibraryWrites(seed: Int) {
    let renderer = MarkdownRenderer(unsafeHTML: false) { _ in nil }
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
