import Diagnosing
import Testing

@testable import Importing

/// A category that a table suggests.
struct CategoryGuessTests {
  private func lines(_ text: String, path: String = "t.csv") throws -> [String] {
    var log = Diagnostics()
    let guess = try #require(
      CategoryGuess(SourceFile(path: path, text: text), title: "things", into: &log))
    return guess.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { String($0.split(separator: "  #")[0]).replacingTrailingSpaces }
  }

  @Test(arguments: [
    ("Bugs", ["3", "12"], "bugs: { label: Bugs, kind: count, better: lower }"),
    ("Stars", ["3", "1204"], "stars: { label: Stars, kind: count, better: higher }"),
    (
      "Score", ["3.25", "4.5"],
      "score: { label: Score, kind: number, digits: 2, better: higher }"
    ),
    ("Score", ["3,25", "4,5"], "score: { label: Score, kind: number, digits: 2, better: higher }"),
    (
      "File size", ["3.5 GB", "4 GB"],
      "file-size: { label: File size, kind: number, unit: GB, digits: 1, better: lower }"
    ),
    (
      "Price", ["$4.99", "$5"],
      "price: { label: Price, kind: money, currency: USD, better: lower }"
    ),
    ("Share", ["50%", "7.5%"], "share: { label: Share, kind: percent, better: higher }"),
    (
      "Setup time", ["90 min", "2 h"],
      "setup-time: { label: Setup time, kind: duration, better: lower }"
    ),
    ("Offline", ["✓", "✗"], "offline: { label: Offline, kind: state }"),
    ("Offline", ["Yes", "partial"], "offline: { label: Offline, kind: state }"),
    ("Released", ["2026-01-02", "2025-12-31"], "released: { label: Released, kind: date }"),
    ("Released", ["14.10.2025", "1.2.2024"], "released: { label: Released, kind: date }"),
    ("Note: a", ["x", "3"], "note-a: { label: \"Note: a\", kind: text }"),
    ("Empty", ["", "n/a"], "empty: { label: Empty, kind: text }"),
    ("学習", ["1", "2"], "xue-xi: { label: \"学習\", kind: count, better: higher }"),
  ])
  func kinds(_ name: String, _ values: [String], _ expected: String) throws {
    let rows = values.enumerated().map { "v\($0);\($1)\n" }.joined()
    let line = try #require(try lines("name;\(name)\n" + rows).last)
    #expect(String(line.drop { $0 == " " }) == expected)
  }

  /// Names, addresses and weeks are no criteria, and equal ids are told apart.
  /// Without numbers there is no headline, and the category is valid all the same.
  @Test func withoutNumbers() throws {
    let texts = try lines("Name,Text\nAce,a b\nInk,c d\n")
    #expect(texts.contains("winner: { by: none }") && !texts.contains { $0.hasPrefix("headline") })
    let states = try lines("Name,Offline\nAce,yes\nInk,no\n")
    #expect(states.contains("winner: { by: leads }"))
    let amounts = try lines("Name,Price\nAce,$4\nInk,5 €\n")
    #expect(
      amounts.contains { $0.hasSuffix("price: { label: Price, kind: money, better: lower }") })
  }

  @Test func columns() throws {
    #expect(
      try lines(
        """
        Name,Website,Week,A b,A-b
        Pad,https://pad.example/,2026-W14,1,x
        Quill,https://quill.example/,2026-W14,2,y

        """) == [
          "title: things", "headline: facts.a-b", "groups:", "  facts:", "    title: Facts",
          "    criteria:", "      a-b: { label: A b, kind: count, better: higher }",
          "      a-b-2: { label: A-b, kind: text }",
        ])
  }

  /// The names of vendors often stand in a first column without a name.
  @Test func namesWithoutAHeader() throws {
    let table = "# T\n\n| | Ease |\n|---|---|\n| **Pad** | 1 |\n| Quill | 1 |\n"
    #expect(
      try lines(table, path: "t.md").last
        == "      ease: { label: Ease, kind: count, better: higher }")
  }
}

extension String {
  fileprivate var replacingTrailingSpaces: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
