import Diagnosing
import Testing

/// Of hundreds of thousands of mistakes the first are kept, and all are counted.
struct DiagnosticsTests {
  private static let error = Rule("e", summary: "S.", cause: "C.", remedy: "R.")
  private static let warning = Rule(
    "w", severity: .warning, summary: "S.", cause: "C.", remedy: "R.")

  private func log(_ rule: Rule, _ count: Int, from start: Int = 0) -> Diagnostics {
    let file = SourceFile(path: "a", text: String(repeating: "x", count: start + count))
    var log = Diagnostics()
    for place in start..<start + count {
      log.report(Diagnostic(rule, "m", at: SourceSpan(file: file, range: place..<place + 1)))
    }
    return log
  }

  @Test func theFirstAreKept() {
    let edge = log(Self.error, Diagnostics.most)
    #expect(edge.sorted.count == Diagnostics.most && edge.omittedCount == 0)
    let beyond = log(Self.error, Diagnostics.most + 5)
    #expect(beyond.sorted.count == Diagnostics.most && beyond.omittedCount == 5)
    #expect(beyond.errorCount == Diagnostics.most + 5)
    let text = DiagnosticFormat.text.print(
      beyond.sorted, omitted: beyond.omittedCount, color: false)
    #expect(text.hasSuffix("\n10000 errors, 0 warnings; 5 more are not shown\n"))
  }

  /// Warnings leave room for errors, whichever come first, from however many files.
  @Test func anErrorIsKeptBehindWarnings() {
    var all = log(Self.warning, Diagnostics.most + 1)
    all.report(contentsOf: log(Self.warning, Diagnostics.most + 1, from: 7))
    all.report(contentsOf: log(Self.error, 1))
    #expect(all.hasErrors && all.errorCount == 1)
    #expect(all.warningCount == 2 * Diagnostics.most + 2)
    #expect(all.sorted.contains { $0.rule == Self.error })
    #expect(all.omittedCount == Diagnostics.most + 2)
  }

  @Test func aRuleIsTakenOut() {
    var all = log(Self.error, 3)
    all.report(contentsOf: log(Self.warning, 2))
    let removed = all.removeAll(of: Self.error)
    #expect(removed.errorCount == 3 && removed.sorted.count == 3)
    #expect(!all.hasErrors && all.warningCount == 2 && all.omittedCount == 0)
  }
}
