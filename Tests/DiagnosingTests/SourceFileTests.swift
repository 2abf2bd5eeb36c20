import Testing

@testable import Diagnosing

@Suite struct SourceFileTests {
  @Test(arguments: [
    ("", 0, 1, 1), ("abc", 0, 1, 1), ("abc", 3, 1, 4), ("abc", 99, 1, 4), ("a\nb", 1, 1, 2),
    ("a\nb", 2, 2, 1), ("\n\n\n", 3, 4, 1), ("é\r\nx", 4, 2, 1), ("a", -1, 1, 1),
  ])
  func placesCountBytes(_ text: String, _ offset: Int, _ line: Int, _ column: Int) {
    let place = SourceFile(path: "a", text: text).position(at: offset)
    #expect([place.line, place.column] == [line, column])
  }

  @Test(arguments: [
    ("complience", "compliance"), ("scroes", "scores"), ("TITLE", "title"), ("zebra", nil),
    ("", nil), ("title", nil), ("tilte", "title"), ("ocmplinace", "compliance"),
    (String(repeating: "\u{130}", count: 32), nil),
  ])
  func nearMisses(_ word: String, _ expected: String?) {
    #expect(nearMiss(for: word, among: ["title", "scores", "compliance"]) == expected)
  }

  @Test func sortedByPlaceAndEachOnce() throws {
    var log = Diagnostics()
    let late = try diagnostic("late", at: "b", in: "a b")
    let early = try diagnostic("early", at: "a", in: "a b")
    for found in [late, early, late] { log.report(found) }
    #expect(log.sorted.map(\.message) == ["early", "late"])
  }
}
