import Content
package import FoundationEssentials
import System

extension ValueStyle {
  /// A unit of time: its sign in English, and its name in ICU.
  private struct Unit {
    let sign: String
    let name: String

    static let year = Unit(sign: "y", name: "year")
    static let month = Unit(sign: "mo", name: "month")
    static let day = Unit(sign: "d", name: "day")
    static let hour = Unit(sign: "h", name: "hour")
    static let minute = Unit(sign: "min", name: "minute")
    static let second = Unit(sign: "s", name: "second")
    static let millisecond = Unit(sign: "ms", name: "millisecond")
    static let microsecond = Unit(sign: "µs", name: "microsecond")
    static let nanosecond = Unit(sign: "ns", name: "nanosecond")
  }

  private static let (month, year) = (2_629_746, 31_556_952)
  private static let units: [(Unit, Int)] = [(.day, 86400), (.hour, 3600), (.minute, 60)]

  /// Formats a duration in one form, however the report writes it: "200 ms", "1 min 30 s".
  ///
  /// Durations of whole months, each a twelfth of 365.2425 days, are shown in years and months.
  package func shown(seconds: Decimal) -> String {
    guard let whole = Int(seconds.text.prefix { $0 != "." }) else { return shown(seconds, .second) }
    if whole == 0 { return shown(fraction: seconds) }
    let fraction = seconds - Decimal(whole)
    var parts: [String] = []
    if fraction == 0, whole % Self.month == 0 {
      let months = whole % Self.year / Self.month
      if whole >= Self.year { parts.append(shown(Decimal(whole / Self.year), .year)) }
      if months > 0 { parts.append(shown(Decimal(months), .month)) }
      return parts.joined(separator: " ")
    }
    var rest = whole
    for (unit, size) in Self.units where rest >= size {
      parts.append(shown(Decimal(rest / size), unit))
      rest %= size
    }
    if rest > 0 || fraction > 0 { parts.append(shown(Decimal(rest) + fraction, .second)) }
    return parts.joined(separator: " ")
  }

  private func shown(_ number: Decimal, _ unit: Unit) -> String {
    patterns?.shown(number.text, unit: unit.name) ?? "\(grouped(number)) \(unit.sign)"
  }

  /// Formats a duration of less than a second.
  private func shown(fraction seconds: Decimal) -> String {
    if seconds == 0 { return shown(0, .second) }
    let powers: [(Unit, Int)] = [(.millisecond, 3), (.microsecond, 6), (.nanosecond, 9)]
    let units = powers.map { unit, power in
      (unit, seconds * Decimal(sign: .plus, exponent: power, significand: 1))
    }
    let (unit, number) = units.first { $0.1 >= 1 } ?? units[units.count - 1]
    return shown(number, unit)
  }
}
