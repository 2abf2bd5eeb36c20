package import FoundationEssentials
import System

extension Decimal {
  /// Returns the number with exactly `digits` digits after the decimal point. Halves are rounded
  /// away from zero: 0.125 with two digits is "0.13".
  package func rounded(digits: Int) -> String {
    let digits = Swift.max(0, digits)
    let text = self.text
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
    let whole = Array((parts.first ?? "0").utf8)
    var fraction = parts.count > 1 ? Array(parts[1].utf8) : []
    let roundsUp = fraction.count > digits && fraction[digits] >= UInt8(ascii: "5")
    fraction = Array(fraction.prefix(digits))
    fraction += Array(repeating: UInt8(ascii: "0"), count: digits - fraction.count)
    var all = whole + fraction
    if roundsUp { all = Self.incremented(all) }
    let split = all.count - digits
    let number =
      String(decoding: all[..<split], as: UTF8.self)
      + (digits > 0 ? "." + String(decoding: all[split...], as: UTF8.self) : "")
    let isZero = all.allSatisfy { $0 == UInt8(ascii: "0") }
    return isNegative && !isZero ? "-" + number : number
  }

  /// Returns the next natural number, in ASCII digits.
  private static func incremented(_ digits: [UInt8]) -> [UInt8] {
    var digits = digits
    for index in digits.indices.reversed() {
      if digits[index] != UInt8(ascii: "9") {
        digits[index] += 1
        return digits
      }
      digits[index] = UInt8(ascii: "0")
    }
    return [UInt8(ascii: "1")] + digits
  }
}
