import Testing

@testable import Markup

struct BidiIsolationTests {
  @Test(arguments: [
    ("", false), ("Alpha", false), ("Ähnlich", false), ("Привет", false), ("日本", false),
    ("한국어", false), ("🙂", false), ("שלום", true), ("A مرحبا", true), ("\u{1e900}", true),
    ("\u{fb1d}", true), ("\u{590}", true), ("\u{58f}", false),
  ])
  func isolationIsForLettersFromRightToLeft(text: String, isNeeded: Bool) {
    #expect(BidiIsolation.isNeeded(in: text) == isNeeded)
  }
}
