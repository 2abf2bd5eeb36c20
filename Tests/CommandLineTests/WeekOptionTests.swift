import TestSites
import Testing

struct WeekOptionTests {
  /// Nobody wants a site without vendors, and it would replace the last good one.
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
