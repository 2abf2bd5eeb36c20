package import Content
package import FoundationEssentials
import System

extension Criterion {
  /// The number that a value is drawn with. Stars are given as they are shown, whereas
  /// `number(of:)` compares ratings of different scales.
  package func drawnNumber(of value: CellValue) -> Decimal? {
    if case .rating(let stars, _, _) = value { return stars }
    return number(of: value)
  }

  /// Where a value lies between the ends of the criterion's range, from 0 to 100; nil for kinds
  /// without a range, such as money.
  package func share(of value: CellValue) -> Decimal? {
    switch value {
    case .number(let number) where kind == .score: share(number, of: max ?? 100)
    case .percent(let number, _, _): share(number, of: 100)
    case .rating(let stars, let max, _): share(stars, of: max)
    case .level(let position): scale?.share(of: position)
    default: nil
    }
  }

  /// Whether values have a share.
  package var hasRange: Bool {
    switch kind {
    case .score, .percent, .rating: true
    case .state, .level: (scale?.ranked.count ?? 0) > 1
    default: false
    }
  }

  private func share(_ number: Decimal, of whole: Decimal) -> Decimal? {
    whole > 0 ? .share(number, of: whole) : nil
  }
}

extension Scale {
  /// The place of a word between the worst and the best one; nil for words without a rank.
  package func share(of position: ScalePosition) -> Decimal? {
    guard case .ranked(let place) = position, ranked.count > 1 else { return nil }
    return .share(Decimal(place), of: Decimal(ranked.count - 1))
  }
}

extension Decimal {
  /// A part of a whole in percent, to a hundredth: between 0 and 100, whatever was written.
  fileprivate static func share(_ part: Decimal, of whole: Decimal) -> Decimal {
    if part <= 0 { return 0 }
    if part >= whole { return 100 }
    let digits = Swift.max(part.fractionDigitCount, whole.fractionDigitCount)
    // Whole numbers take a tenth of the time of decimals.
    if let above = part.multiple(digits), let below = whole.multiple(digits), above < 1 << 48 {
      return hundredths((above * 20_000 + below) / (2 * below))
    }
    return Decimal(string: Decimal.quotient(part * 100, whole).rounded(digits: 2)) ?? 0
  }

  /// A number of hundredths without zeros at its end.
  private static func hundredths(_ count: Int64) -> Decimal {
    var (significand, exponent) = (count, -2)
    while exponent < 0, significand % 10 == 0 {
      significand /= 10
      exponent += 1
    }
    return Decimal(sign: .plus, exponent: exponent, significand: Decimal(significand))
  }
}
