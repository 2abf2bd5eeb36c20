import Content
import Reading
import Testing

struct WeekTests {
  /// The years from 2000 to 2050 that have a week 53 (ISO 8601).
  static let longYears: Set = [2004, 2009, 2015, 2020, 2026, 2032, 2037, 2043, 2048]

  @Test(arguments: 2000...2050)
  func week53ExistsInLongYearsOnly(year: Int) {
    #expect((Week("\(year)-W53") != nil) == Self.longYears.contains(year))
  }

  @Test(arguments: [
    "2026-W00", "2026-W54", "2026W14", "2026-w14", "26-W14", "2026-W1", "", "2026-W14 ",
  ])
  func otherFormsAreNoWeeks(text: String) { #expect(Week(text) == nil) }

  @Test(arguments: [
    ("2026-W14", "2026-03-30"), ("2026-W01", "2025-12-29"), ("2020-W53", "2020-12-28"),
    ("2024-W51", "2024-12-16"),
  ])
  func mondays(week: String, monday: String) { #expect(Week(week)?.monday.text == monday) }

  /// Weeks run from Monday to Monday over all years, without a gap or an overlap.
  @Test func weeksFollowEachOther() throws {
    var week = try #require(Week("2000-W01"))
    let last = try #require(Week("2050-W52"))
    while week < last {
      let next = week.next
      #expect(next.monday.dayNumber == week.monday.dayNumber + 7)
      #expect(next.previous == week && week < next && Week(next.text) == next)
      week = next
    }
    #expect(week == last)
  }

  @Test func weeksBetween() throws {
    let (start, end) = (try #require(Week("2020-W53")), try #require(Week("2021-W02")))
    #expect(start.weeks(until: end) == 2)
    #expect(start < end)
  }

  @Test(arguments: ["2021-02-29", "2020-13-01", "2020-00-01", "2020-1-1", "20200101"])
  func otherFormsAreNoDates(text: String) { #expect(CalendarDate(text) == nil) }
}
