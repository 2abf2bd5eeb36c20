import TestSites
import Testing

struct WeekOptionTests {
  /// A site without vendors is nobody's wish, and would take the last good one away.
  @Test func aWeekBeforeTheFirstReportIsRefused() throws {
    let versus = try Versus()
    #expect(try versus.run("init").code == 0)
    #expect(try versus.run("build").code == 0)
    let before = try versus.files(in: "public")
    let early = try versus.run("build", "--week", "1999-W01")
    #expect(early.code == 2)
    #expect(early.errors.contains("there is no report of 1999-W01 or before"))
    #expect(try versus.files(in: "public") == before)
  }
}
