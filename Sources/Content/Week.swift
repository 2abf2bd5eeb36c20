/// An ISO 8601 week, such as `2026-W14`.
package struct Week: Sendable, Hashable, Comparable {
  package let year: Int
  /// The number of the week, from 1 to 53.
  package let number: Int

  /// Returns nil unless the week exists: `2025-W53` does not, `2026-W53` does.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 8, bytes[4] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "W"),
      let year = digits(bytes[0..<4]), let number = digits(bytes[6..<8]), year >= 1,
      (1...Self.count(inYear: year)).contains(number)
    else { return nil }
    self.year = year
    self.number = number
  }

  package var text: String { padded(year, to: 4) + "-W" + padded(number, to: 2) }

  /// The first day of the week.
  package var monday: CalendarDate {
    CalendarDate(dayNumber: Self.firstMonday(ofYear: year) + (number - 1) * 7)
  }

  /// Returns the number of weeks from this one to another; negative when the other is earlier.
  package func weeks(until later: Week) -> Int {
    (later.monday.dayNumber - monday.dayNumber) / 7
  }

  package var next: Week {
    number < Self.count(inYear: year)
      ? Week(year: year, number: number + 1) : Week(year: year + 1, number: 1)
  }

  package var previous: Week {
    number > 1
      ? Week(year: year, number: number - 1)
      : Week(year: year - 1, number: Self.count(inYear: year - 1))
  }

  private init(year: Int, number: Int) {
    self.year = year
    self.number = number
  }

  package static func < (left: Week, right: Week) -> Bool {
    (left.year, left.number) < (right.year, right.number)
  }

  /// Returns the number of weeks in a year: 52 or 53.
  package static func count(inYear year: Int) -> Int {
    (firstMonday(ofYear: year + 1) - firstMonday(ofYear: year)) / 7
  }

  /// Returns the Monday of the week that contains 4 January, which ISO 8601 defines as week 1.
  private static func firstMonday(ofYear year: Int) -> Int {
    let fourth = CalendarDate.dayNumber(year: year, month: 1, day: 4)
    // Day 0, 1 January 1970, was a Thursday.
    let weekday = ((fourth + 3) % 7 + 7) % 7
    return fourth - weekday
  }
}

/// Returns the number that ASCII digits spell; nil when a byte is not a digit.
func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
  var value = 0
  for byte in bytes {
    guard (0x30...0x39).contains(byte) else { return nil }
    value = value * 10 + Int(byte - 0x30)
  }
  return bytes.isEmpty ? nil : value
}

func padded(_ number: Int, to width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.count)) + text
}
