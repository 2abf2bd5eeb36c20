import FoundationEssentials
import System

extension ValueStyle {
  private static let (month, year) = (2_629_746, 31_556_952)
  private static let units = [("d", 86400), ("h", 3600), ("min", 60)]

  /// Formats a duration in one form, however the report writes it: "200 ms", "1 min 30 s".
  ///
  /// Durations of whole months, each a twelfth of 365.2425 days, are shown in years and months.
  func shown(seconds: Decimal) -> String {
    guard let whole = Int(seconds.text.prefix { $0 != "." }) else { return "\(grouped(seconds)) s" }
    if whole == 0 { return shown(fraction: seconds) }
    let fraction = seconds - Decimal(whole)
    var parts: [String] = []
    if fraction == 0, whole % Self.month == 0 {
      let months = whole % Self.year / Self.month
      if whole >= Self.year { parts.append("\(grouped(Decimal(whole / Self.year))) y") }
      if months > 0 { parts.append("\(months) mo") }
      return parts.joined(separator: " ")
    }
    var rest = whole
    for (unit, size) in Self.units where rest >= size {
      parts.append("\(grouped(Decimal(rest / size))) \(unit)")
      rest %= size
    }
    if rest > 0 || fraction > 0 { parts.append("\(grouped(Decimal(rest) + fraction)) s") }
    return parts.joined(separator: " ")
  }

  /// Formats a duration of less than a second.
  private func shown(fraction seconds: Decimal) -> String {
    if seconds == 0 { return "0 s" }
    let units = [("ms", 3), ("µs", 6), ("ns", 9)].map { unit, power in
      (unit, seconds * Decimal(sign: .plus, exponent: power, significand: 1))
    }
    let (unit, number) = units.first { $0.1 >= 1 } ?? units[units.count - 1]
    return "\(grouped(number)) \(unit)"
  }
}
