import Diagnosing
import Markup
import Testing

/// Each limit, at its edge and beyond.
@Suite struct BoundsTests {
  struct Bound: CustomTestStringConvertible, Sendable {
    let name: String
    let limit: Int
    /// Returns a text with a given number of the limited things.
    let text: @Sendable (Int) -> String

    var testDescription: String { name }
  }

  static let bounds: [Bound] = [
    Bound(name: "bytes", limit: Bounds.markdownBytes) { times("a", $0) },
    Bound(name: "levels of nesting", limit: Bounds.markdownDepth) {
      times("> ", $0) + times("a", 256)
    },
    Bound(name: "lines and marks", limit: Bounds.markdownMarks) {
      // Five for each: two lines, one of them blank, and a mark.
      times("a*\n\n", $0 / 5) + times("\\", $0 % 5)
    },
    Bound(name: "marks in one paragraph", limit: Bounds.paragraphMarks) {
      times("*\n", $0)
    },
    Bound(name: "table cells", limit: Bounds.tableCells) {
      // The header counts twice, because it may be a row.
      times("|a", 100) + "|\n" + times("|-", 100) + "|\n" + times("|\n", $0 / 100 - 2)
    },
    Bound(name: "bytes of links by this definition", limit: Bounds.referenceBytes) {
      "[a]: /x '" + times("b", 995) + "'\n\n" + times("[a]\n", $0 / 1_000)
    },
    Bound(name: "bytes before rows of dashes", limit: Bounds.rescannedBytes) {
      times("a|\n|-|\n", Int(Double(2 * $0 / 7).squareRoot()))
    },
    Bound(name: "bytes behind e-mail addresses", limit: Bounds.rescannedBytes) {
      times("a@b.c", 100) + times(" ", $0 / 100 - 501) + "b"
    },
  ]

  @Test(arguments: bounds)
  func textsWithinAreRendered(bound: Bound) {
    let text = markdown(bound.text(bound.limit))
    #expect(problems { text.checkBlocks(into: &$0) } == [])
    #expect(!renderer.block(text).html.isEmpty)
  }

  @Test(arguments: bounds)
  func textsBeyondAreReported(bound: Bound) {
    let text = markdown(bound.text(bound.limit + bound.limit / 50 + 2))
    var log = Diagnostics()
    text.checkBlocks(into: &log)
    #expect(
      log.sorted.map(\.message) == ["the text has more than \(bound.limit) \(bound.name)"])
    #expect(renderer.block(text).html == "")
  }

  @Test func valuesAreBoundedToo() {
    let text = markdown(times("*", Bounds.paragraphMarks + 1))
    #expect(problems { text.checkLine(into: &$0) }.count == 1)
    #expect(renderer.inline(text) == "")
  }

  @Test func theNodesOfYAMLAreBounded() {
    func check(_ count: Int) -> [Diagnostic] {
      var log = Diagnostics()
      let file = SourceFile(path: "x.yaml", text: "[" + times("a,", count - 2) + "a]")
      _ = file.yaml(into: &log)
      return log.sorted
    }
    #expect(check(Bounds.yamlNodes).isEmpty)
    #expect(check(Bounds.yamlNodes + 1).map(\.rule.id) == ["markup-limit"])
  }

  /// Texts that took seconds or minutes, or crashed the process, before there were limits.
  static let hostileTexts: [String: String] = [
    "references": "[a]: /x \"" + times("b", 20_000) + "\"\n\n" + times("[a] ", 20_000),
    "tables": "# h\n\n" + times("| a |\n|---|\n\n", 60_000),
    "columns": times("|a", 10_000) + "|\n" + times("|-", 10_000) + "|\n" + times("|\n", 200),
    "short rows": times("|a", 1_000) + "\n" + times("|-", 1_000) + "\n" + times("|\n", 200),
    "nesting": times("- ", 10_000) + "a\n" + times("\n", 100_000),
    "images": times("![[]()", 30_000), "parentheses": "www.a" + times(")", 200_000),
    "addresses": times("a@", 100_000), "rows of dashes": times("|\n|-|\n", 30_000),
    "carriage returns": times("|\r|-|\r", 30_000), "dots": times(times(".", 1_000) + "\n\n", 900),
  ]

  @Test(arguments: hostileTexts.keys.sorted())
  func hostileTextsAreRefused(name: String) throws {
    let text = markdown(try #require(Self.hostileTexts[name]))
    #expect(problems { text.checkBlocks(into: &$0) }.count == 1)
    #expect(renderer.block(text).html == "")
  }

  @Test func manyHeadingsAndTablesTakeLinearTime() {
    #expect(renderer.block(markdown(times("# a\n", 20_000))).headings.last?.id == "a-19999")
    let tables = renderer.block(markdown("# h\n\n" + times("| a |\n|---|\n\n", 10_000)))
    #expect(tables.html.contains("<caption>h (10000)</caption>"))
  }
}

private func times(_ text: String, _ count: Int) -> String {
  String(repeating: text, count: max(0, count))
}
