package import Content
import FoundationEssentials
import System

/// Two values may look equal when rounded to the usual digits, although one is ahead. Such a pair
/// is shown with more digits. Their number depends only on the two values, so a third vendor does
/// not change the page.
extension Criterion {
  /// The maximum number of digits that a decimal number has.
  private static let maxDigits = 40

  /// Returns the number of decimal digits at which two values look different; nil when the usual
  /// digits suffice, or when the values are equal.
  package func digits(telling left: CellValue, from right: CellValue) -> Int? {
    guard let left = ShownNumber(left, self), let right = ShownNumber(right, self),
      left.number != right.number, left.text == right.text
    else { return nil }
    return (Swift.max(left.digits, right.digits) + 1...Self.maxDigits).first {
      left.number.rounded(digits: $0) != right.number.rounded(digits: $0)
    }
  }

  /// Returns what tells a value from those that look like it: the usual number of digits, then the
  /// number as it is shown with these and with each of the given numbers of digits. Nil for a value
  /// that is not shown as one number.
  package func looks(of value: CellValue, digits: [Int]) -> (usual: Int, shown: [String])? {
    ShownNumber(value, self).map { shown in
      (shown.digits, [shown.text] + digits.map { shown.number.rounded(digits: $0) })
    }
  }

  package func digits(telling left: Cell?, from right: Cell?) -> Int? {
    guard let left = left?.value, let right = right?.value else { return nil }
    return digits(telling: left, from: right)
  }
}

/// The number of a value that is shown with a limited number of digits.
private struct ShownNumber {
  let number: Decimal
  /// The usual number of decimal digits.
  let digits: Int

  /// Returns nil for a value that is not shown as one number.
  init?(_ value: CellValue, _ criterion: Criterion) {
    let usual: Int?
    switch value {
    case .number(let value): (number, usual) = (value, criterion.digits)
    case .percent(let value, let met, _):
      (number, usual) = (value, criterion.digits ?? (met == nil ? nil : 0))
    case .money(.amount(let value, _, _)): (number, usual) = (value, criterion.digits)
    default: return nil
    }
    digits = usual ?? number.fractionDigitCount
  }

  var text: String { number.rounded(digits: digits) }
}

extension EditionCategory {
  /// Returns every number of digits that some pair of the category needs for a criterion; usually
  /// none.
  ///
  /// Among values that look alike, neighbors in sorted order need the most digits, so only
  /// neighbors are examined.
  package func tellingDigits(at index: CriterionIndex) -> [Int] {
    Set(lookalikes(at: index).flatMap(\.digits)).sorted()
  }

  /// The digits that a table of all vendors needs to tell a value from those that look like it,
  /// by the positions of the vendors; usually none.
  package func tableDigits(at index: CriterionIndex) -> [Int: Int] {
    var digits: [Int: Int] = [:]
    for alike in lookalikes(at: index) {
      for position in alike.positions { digits[position] = alike.digits.max() }
    }
    return digits
  }

  /// The vendors whose different values look the same, with the digits that tell some two apart.
  ///
  /// Among values that look alike, neighbors in sorted order need the most digits, so only these
  /// are examined.
  private func lookalikes(at index: CriterionIndex) -> [(positions: [Int], digits: [Int])] {
    let criterion = category.criterion(at: index)
    guard criterion.digits != nil || criterion.kind == .percent else { return [] }
    let shown = vendors.enumerated().compactMap { position, vendor in
      vendor.cell(at: index)?.value.flatMap { value in
        ShownNumber(value, criterion).map { (position: position, value: value, shown: $0) }
      }
    }
    return Dictionary(grouping: shown, by: \.shown.text).values.compactMap { alike in
      let sorted = alike.sorted { $0.shown.number < $1.shown.number }
      let digits = zip(sorted, sorted.dropFirst()).compactMap {
        criterion.digits(telling: $0.value, from: $1.value)
      }
      return digits.isEmpty ? nil : (alike.map(\.position), digits)
    }
  }
}
