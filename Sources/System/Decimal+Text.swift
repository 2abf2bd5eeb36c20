package import FoundationEssentials

extension Decimal {
  /// The number in plain digits, equal to `description`.
  ///
  /// Most numbers of a site are small and whole, such as scores and counts. Looking them up takes a
  /// tenth of the time.
  package var text: String { Self.small[self] ?? description }

  private static let small = Dictionary(
    uniqueKeysWithValues: (0...100).map { (Decimal($0), "\($0)") })

  /// The number of digits after the decimal point, without trailing zeros.
  package var fractionDigitCount: Int {
    text.split(separator: ".", maxSplits: 1).dropFirst().first?.utf8.count ?? 0
  }

  /// Returns the number times ten to the power of `digits`. Returns nil when the number has more
  /// decimal digits, or when twice the result would overflow.
  package func multiple(_ digits: Int) -> Int64? {
    let parts = text.split(separator: ".")
    let fraction = parts.count > 1 ? parts[1] : ""
    guard let whole = parts.first, fraction.utf8.count <= digits else { return nil }
    let padding = String(repeating: "0", count: digits - fraction.utf8.count)
    guard let number = Int64(whole + fraction + padding), number.magnitude < UInt64(Int64.max / 2)
    else { return nil }
    return number
  }

  /// Divides two numbers in lowest terms: equal fractions give equal quotients, although decimals
  /// cannot represent a third.
  package static func quotient(_ numerator: Decimal, _ denominator: Decimal) -> Decimal {
    let digits = max(numerator.fractionDigitCount, denominator.fractionDigitCount)
    guard let above = numerator.multiple(digits), let below = denominator.multiple(digits),
      below != 0
    else { return numerator / denominator }
    var (divisor, rest) = (below.magnitude, above.magnitude % below.magnitude)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    return Decimal(above / Int64(divisor)) / Decimal(below / Int64(divisor))
  }
}
