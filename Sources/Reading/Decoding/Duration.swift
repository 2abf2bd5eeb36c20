import FoundationEssentials
import System

/// Parses durations, written as a number with a unit or in ISO 8601.
enum Duration {
  /// The wording of diagnostics about a text in neither form.
  static let expected =
    "a duration such as '200 ms' or 'PT2H' (units: ns, µs, ms, s, min, h, d, weeks, months, years)"

  private static let day: Decimal = 86400
  /// The average length of a year is 365.2425 days, and a month is a twelfth of a year.
  private static let (month, year): (Decimal, Decimal) = (2_629_746, 31_556_952)

  private static let units: [(names: [String], seconds: Decimal)] = [
    (["ns"], Decimal(sign: .plus, exponent: -9, significand: 1)),
    (["µs", "μs", "us"], Decimal(sign: .plus, exponent: -6, significand: 1)),
    (["ms"], Decimal(sign: .plus, exponent: -3, significand: 1)),
    (["s", "sec", "second", "seconds"], 1), (["min", "minute", "minutes"], 60),
    (["h", "hour", "hours"], 3600), (["d", "day", "days"], day),
    (["w", "week", "weeks"], day * 7), (["mo", "month", "months"], month),
    (["y", "year", "years"], year),
  ]

  /// Returns nil for a text that is not a duration. Months and years have their average length.
  static func seconds(in text: String) -> Decimal? {
    if text.hasPrefix("P") { return isoSeconds(text.dropFirst()) }
    let number = text.prefix { !$0.isLetter || "eE".contains($0) && $0 != text.last }
    let name = text.dropFirst(number.count)
    guard let unit = units.first(where: { $0.names.contains(String(name)) }),
      let value = Decimal(written: String(number.prefix { $0 != " " })),
      number.drop(while: { $0 != " " }).allSatisfy({ $0 == " " })
    else { return nil }
    return value < 0 ? nil : value * unit.seconds
  }

  private static func isoSeconds(_ text: Substring) -> Decimal? {
    let dates: [Character: Decimal] = ["Y": year, "M": month, "W": day * 7, "D": day]
    let times: [Character: Decimal] = ["H": 3600, "M": 60, "S": 1]
    var total: Decimal = 0
    var number = ""
    var (isTime, hasPart) = (false, false)
    for character in text {
      if character.isASCII, character.isNumber || character == "." {
        number.append(character)
      } else if character == "T", !isTime, number.isEmpty {
        (isTime, hasPart) = (true, false)
      } else {
        guard let factor = (isTime ? times : dates)[character], let value = Decimal(written: number)
        else { return nil }
        total += value * factor
        (number, hasPart) = ("", true)
      }
    }
    return hasPart && number.isEmpty ? total : nil
  }
}
