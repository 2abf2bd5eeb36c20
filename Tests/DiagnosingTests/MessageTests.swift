import Testing

@testable import Diagnosing

@Suite struct MessageTests {
  private func message(_ value: String) throws -> String {
    try diagnostic("trust '\(value)' is not a score", at: "a", in: "a").message
  }

  @Test(arguments: [
    ("12", "12"), (String(repeating: "a", count: 60), String(repeating: "a", count: 60)),
    (String(repeating: "a", count: 61), String(repeating: "a", count: 60) + "…"),
    (String(repeating: "名", count: 60), String(repeating: "名", count: 60)),
    (String(repeating: "👩‍💻", count: 500), String(repeating: "👩‍💻", count: 40 - 1) + "…"),
    (String(repeating: "e\u{301}", count: 99), String(repeating: "e\u{301}", count: 59) + "…"),
    ("a\nb\u{1b}[2J\u{202e}", "a␊b␛[2J<U+202E>"), ("", ""),
  ])
  func quotedValuesAreShortened(_ value: String, _ expected: String) throws {
    #expect(try message(value) == "trust '\(expected)' is not a score")
  }

  @Test func noCharacterIsTooLong() throws {
    let marks = "e" + String(repeating: "\u{301}", count: 100_000)
    #expect(try message(marks).utf8.count < 400)
    #expect(try message(String(repeating: "x", count: 100_000)).utf8.count < 100)
  }

  /// Suggestions are more useful when they are complete.
  @Test func listsAreLongerThanValues() throws {
    let list = (1...100).map { "criterion-\($0)" }.joined(separator: ", ")
    let text = try diagnostic("'x' is not one of \(list)", at: "a", in: "a").message
    #expect(text.hasPrefix("'x' is not one of criterion-1, criterion-2, ") && text.hasSuffix("…"))
    #expect(text.count == "'x' is not one of ".count + 601)
  }

  /// An address of two long slugs is useless when truncated.
  @Test func pathsAreWhole() throws {
    let path = "/compare/" + String(repeating: "a", count: 99) + "-vs-b/\u{1b}"
    let text = try diagnostic("'\(path: path)' is taken", at: "a", in: "a").message
    #expect(text == "'\(path.dropLast())␛' is taken")
  }

  @Test func suggestionsAreWhole() throws {
    let known = String(repeating: "a", count: 64)
    let found = try diagnostic("unknown", at: "a", in: "a", suggestion: known)
    #expect(DiagnosticFormat.text.print([found], color: false).contains("did you mean '\(known)'?"))
  }
}
