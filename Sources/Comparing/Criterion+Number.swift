package import Content
package import FoundationEssentials

extension Criterion {
  /// Returns the number that a value stands for in charts and trends; nil for kinds that are not
  /// quantities, and for values without a number, such as a price on request.
  package func number(of value: CellValue) -> Decimal? {
    guard isQuantity else { return nil }
    switch Rank(of: value, for: self) {
    case .number(let number, _): return number
    case .free: return 0
    case .version, nil: return nil
    }
  }

  /// Returns how much larger one value is than another; nil when the two cannot be compared.
  package func difference(of value: CellValue, from other: CellValue) -> Decimal? {
    guard isQuantity, let a = Rank(of: value, for: self), let b = Rank(of: other, for: self)
    else { return nil }
    return a.difference(from: b)
  }

  private var isQuantity: Bool {
    switch kind {
    case .score, .count, .number, .percent, .money, .duration, .rating: true
    case .date, .version, .state, .level, .set, .list, .text: false
    }
  }
}
