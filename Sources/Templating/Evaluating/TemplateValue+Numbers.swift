import FoundationEssentials
import System

extension TemplateValue {
  var decimal: Decimal? { if case .number(let number) = self { number } else { nil } }

  /// The whole part of a number; nil if it does not fit.
  var whole: Int? { decimal.flatMap { Int($0.wholePart.text) } }
}

extension Decimal {
  var isWhole: Bool { wholePart == self }

  /// The number without its fraction.
  var wholePart: Decimal {
    let digits = text.prefix { $0 != "." }
    return digits.count == text.count ? self : Decimal(string: String(digits)) ?? 0
  }

  /// Returns the number rounded to a number of decimal places; ties round away from zero.
  func rounded(to digits: Int) -> Decimal {
    let unit = Decimal(sign: .plus, exponent: -digits, significand: 1)
    let scaled = self / unit
    let half = Decimal(sign: self < 0 ? .minus : .plus, exponent: -1, significand: 5)
    return (scaled + half).wholePart * unit
  }

  /// Returns the remainder of a division, with the sign of the dividend, as in Swift.
  func remainder(by divisor: Decimal) -> Decimal { self - (self / divisor).wholePart * divisor }
}
