import Testing

@testable import Diagnosing

func rule(_ id: String, _ severity: Diagnostic.Severity = .error) -> Rule {
  Rule(id, severity: severity, summary: "Summary.", cause: "Cause.", remedy: "Remedy.")
}

/// Returns a diagnostic at the first occurrence of a text in a file.
func diagnostic(
  _ message: Diagnostic.Message, at marked: String, in text: String,
  severity: Diagnostic.Severity = .error,
  path: String = "content/site.yaml", suggestion: String? = nil, notes: [Diagnostic.Note] = []
) throws -> Diagnostic {
  let file = SourceFile(path: path, text: text)
  let head = try #require(text.ranges(of: marked).first).lowerBound
  let start = text.utf8.distance(from: text.startIndex, to: head)
  let span = SourceSpan(file: file, range: start..<(start + marked.utf8.count))
  return Diagnostic(
    rule("some-rule", severity), message, at: span, suggestion: suggestion, notes: notes)
}

@Suite struct TextPrinterTests {
  private func printed(_ diagnostics: Diagnostic..., color: Bool = false) -> String {
    DiagnosticFormat.text.print(diagnostics, color: color)
  }

  @Test func showsLineMarkAndNearMiss() throws {
    let text = "---\nscores:\n  complience: yes\n"
    let found = try diagnostic(
      "unknown key 'complience'", at: "complience", in: text, path: "a.md",
      suggestion: "compliance")
    let expected = """
      a.md:3:3: error: unknown key 'complience' [some-rule]
          3 |   complience: yes
            |   ^~~~~~~~~~ did you mean 'compliance'?
      1 error, 0 warnings

      """
    #expect(printed(found) == expected)
  }

  @Test func countsBothSeverities() throws {
    let error = try diagnostic("bad", at: "a", in: "a")
    let warning = try diagnostic("odd", at: "a", in: "a", severity: .warning)
    #expect(printed(error, warning, warning).hasSuffix("1 error, 2 warnings\n"))
    #expect(printed() == "0 errors, 0 warnings\n")
  }

  @Test func showsNotesWithTheirPlaces() throws {
    let first = try diagnostic("first", at: "title", in: "title: a\ntitle: b\n")
    let note = Diagnostic.Note("it is given first here", at: first.span)
    let found = try diagnostic("again", at: "b", in: "title: a\ntitle: b\n", notes: [note])
    #expect(printed(found).contains("content/site.yaml:1:1: note: it is given first here\n"))
  }

  @Test func columnsAreBytesAndMarksAreAligned() throws {
    let text = printed(try diagnostic("bad", at: "x", in: "名\té: x"))
    #expect(text.hasPrefix("content/site.yaml:1:9: error"))
    #expect(text.contains("\n      |   \t   ^\n"))
  }

  @Test(arguments: ["\u{1b}[2J", "\u{7}", "\u{202e}", "\u{9b}1m", "\u{7f}"])
  func nothingReachesTheTerminalAsItIs(_ poison: String) throws {
    let found = try diagnostic(
      "bad '\(poison)'", at: poison, in: "k: \(poison) v", path: "a\(poison).md",
      suggestion: poison)
    #expect(!printed(found).contains(poison))
  }

  @Test func longLinesAreCutAroundTheMark() throws {
    let text = String(repeating: "a", count: 5_000) + "X" + String(repeating: "b", count: 5_000)
    let lines = printed(try diagnostic("bad", at: "X", in: text)).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count < 140 })
    let line = try #require(lines.dropFirst().first)
    let mark = try #require(lines.dropFirst(2).first)
    #expect(line.contains("…aa") && line.hasSuffix("b…"))
    #expect(Array(line).firstIndex(of: "X") == Array(mark).firstIndex(of: "^"))
  }

  @Test func fileWithoutTextHasNoExcerpt() {
    let file = SourceFile(path: "content/site.yaml", bytes: [])
    let found = Diagnostic(rule("missing-file"), "no site", at: file.start)
    #expect(
      printed(found)
        == "content/site.yaml:1:1: error: no site [missing-file]\n1 error, 0 warnings\n")
  }

  @Test func colourOnlyWhenAskedFor() throws {
    let found = try diagnostic("bad", at: "a", in: "a")
    #expect(printed(found, color: true).contains("\u{1b}[1;31merror\u{1b}[0m"))
    #expect(!printed(found).contains("\u{1b}"))
  }

  @Test(arguments: [
    ([0xff, 0xfe, 0x0a], 0, 2), ([0x61, 0x0d, 0x0a], 0, 1), ([0x0a], 0, 1), ([0x61], 1, 1),
  ])
  func oddBytesAreNoTrap(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    let file = SourceFile(path: "a", bytes: bytes)
    let found = Diagnostic(rule("r"), "m", at: SourceSpan(file: file, range: start..<end))
    #expect(printed(found).contains("a:1:\(start + 1): error: m [r]\n"))
  }

  /// On a terminal, the text before the mark is as wide as the white space below it.
  @Test(arguments: [
    ("名前: x", "      ^"), ("\tÄ: x", "\t   ^"), ("e\u{301}: x", "   ^"), ("👩‍💻: x", "    ^"),
    ("🚀: x", "    ^"), ("🇩🇪: x", "    ^"), ("❤️: x", "    ^"), ("✅: x", "    ^"), ("✓: x", "   ^"),
    ("ﾊﾝ: x", "    ^"), ("한글: x", "      ^"), ("👍🏽\t: x", "  \t  ^"),
    ("\u{202e}: x", "          ^"),
  ])
  func marksStandUnderWideCharacters(_ line: String, _ mark: String) throws {
    #expect(printed(try diagnostic("bad", at: "x", in: line)).contains("\n      | \(mark)\n"))
  }

  @Test func wideSpansAreMarkedAsWideAsTheyAre() throws {
    let text = printed(try diagnostic("bad", at: "名前", in: "a: 名前"))
    #expect(text.contains("\n      |    ^~~~\n"))
  }

  @Test(arguments: ["名", "🚀", "é", "\t"])
  func longLinesOfWideCharactersAreCutBetweenThem(_ character: String) throws {
    let side = String(repeating: character, count: 5_000)
    let lines = printed(try diagnostic("bad", at: "X", in: side + "X" + side))
      .split(separator: "\n")
    let line = try #require(lines.dropFirst().first)
    let mark = try #require(lines.dropFirst(2).first)
    #expect(!line.contains("\u{fffd}") && line.hasSuffix("\(character)…"))
    let before = try #require(line.split(separator: "X").first)
    #expect(before.hasPrefix("    1 | …" + character))
    #expect(mark == "      | " + VisibleText.blank(before.dropFirst(8)) + "^")
  }

  @Test func whatIsNoTextIsCutToo() {
    let file = SourceFile(path: "a", bytes: Array(repeating: 0x80, count: 200_000))
    let found = Diagnostic(rule("r"), "m", at: SourceSpan(file: file, range: 500..<90_000))
    #expect(printed(found).utf8.count < 2_000)
  }
}
