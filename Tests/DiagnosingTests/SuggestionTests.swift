import Diagnosing
import System
import Testing

/// Near misses are searched only for mistakes that are shown.
struct SuggestionTests {
  private static let rule = Rule("r", summary: "S.", cause: "C.", remedy: "R.")

  private func suggestions(_ count: Int, among known: [String]) -> [String?] {
    let file = SourceFile(path: "a", text: String(repeating: "x", count: count))
    var log = Diagnostics()
    for place in 0..<count {
      let span = SourceSpan(file: file, range: place..<place + 1)
      log.report(
        Diagnostic(Self.rule, "m", at: span, unknown: UnknownWord("complience", among: known)))
    }
    return log.sorted.map(\.suggestion)
  }

  @Test func theFirstHaveOne() {
    let known = ["compliance"] + (0..<999).map { "k\($0)" }
    let found = suggestions(1000, among: known)
    #expect(found.prefix(200).allSatisfy { $0 == "compliance" })
    #expect(found.dropFirst(200).allSatisfy { $0 == nil })
    #expect(suggestions(3, among: ["other"]) == [nil, nil, nil])
  }
}
