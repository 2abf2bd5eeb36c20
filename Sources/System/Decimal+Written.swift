package import FoundationEssentials

extension Decimal {
  /// Parses a number as people and programs write it: digits with at most one point, optionally
  /// preceded by a sign and followed by an exponent.
  ///
  /// Returns nil for anything else, and for a number with more digits than can be kept exactly.
  package init?(written text: String) {
    if let short = Self.short(text.utf8) { self = short; return }
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

  /// Parses a number of few digits without an exponent, as most are, in a fraction of the time;
  /// returns nil for any other.
  private static func short(_ text: String.UTF8View) -> Decimal? {
    let isNegative = text.first == UInt8(ascii: "-")
    var (value, digits, places) = (UInt64(0), 0, 0)
    var hasPoint = false
    for byte in isNegative ? text.dropFirst() : text[...] {
      if byte == UInt8(ascii: "."), !hasPoint { hasPoint = true; continue }
      guard (0x30...0x39).contains(byte), digits < 18 else { return nil }
      value = value * 10 + UInt64(byte - 0x30)
      digits += 1
      if hasPoint { places += 1 }
    }
    guard digits > 0 else { return nil }
    // A number is kept without zeros at its end.
    while places > 0, value % 10 == 0 { (value, places) = (value / 10, places - 1) }
    let whole = Decimal(value)
    if places == 0 { return isNegative ? -whole : whole }
    return Decimal(sign: isNegative ? .minus : .plus, exponent: -places, significand: whole)
  }

  private static let maxDigits = 31
  private static let maxExponent = 60

  /// Returns zero when there is no exponent, and nil when the exponent is not a whole number.
  private static func exponent(_ text: Substring.UTF8View?) -> Int? {
    guard let text else { return 0 }
    return text.count <= 4 ? Int(Substring(text)) : nil
  }
}
