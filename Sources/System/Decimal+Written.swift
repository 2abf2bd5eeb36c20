package import FoundationEssentials

extension Decimal {
  /// Parses a number as people and programs write it: digits with at most one point, optionally
  /// preceded by a sign and followed by an exponent.
  ///
  /// Returns nil for anything else, and for a number with more digits than can be kept exactly.
  package init?(written text: String) {
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    let hasSign = isNegative || text.utf8.first == UInt8(ascii: "+")
    let parts = text.utf8.dropFirst(hasSign ? 1 : 0).split(
      maxSplits: 1, omittingEmptySubsequences: false
    ) { $0 | 0x20 == UInt8(ascii: "e") }
    guard let mantissa = parts.first, let shift = Self.exponent(parts.dropFirst().first)
    else { return nil }
    let halves = mantissa.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let all = halves.joined()
    guard halves.count <= 2, !all.isEmpty, all.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let zero = UInt8(ascii: "0")
    let digits = Array(all.drop { $0 == zero })
    guard let last = digits.lastIndex(where: { $0 != zero }) else { self = 0; return }
    let point = shift - (halves.count == 2 ? halves[1].count : 0) + digits.count - 1 - last
    guard last < Self.maxDigits, abs(point) <= Self.maxExponent,
      let significand = Decimal(string: String(decoding: digits[...last], as: UTF8.self))
    else { return nil }
    self = Decimal(
      sign: isNegative ? .minus : .plus, exponent: point, significand: significand)
  }

  private static let maxDigits = 31
  private static let maxExponent = 60

  /// Returns zero when there is no exponent, and nil when the exponent is not a whole number.
  private static func exponent(_ text: Substring.UTF8View?) -> Int? {
    guard let text else { return 0 }
    return text.count <= 4 ? Int(Substring(text)) : nil
  }
}
