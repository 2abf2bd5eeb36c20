import FoundationEssentials
import Hashing
import System

/// A mapping from the ranks of a criterion to whole numbers.
struct IntegerScale {
  let within: Int64
  let margin: Int64
  private let numbers: [Decimal: Int64]
  private let versions: [[Int]: Int64]

  /// The greatest number for which a program in JavaScript has all differences exactly.
  private static let maxExact: Int64 = 1 << 52

  /// Maps values to multiples of the smallest decimal digit, so that a vendor's number rarely
  /// changes with other vendors. If only the order matters and these do not fit, maps them to their
  /// places in sorted order. Returns nil when differences matter and do not fit.
  init?(_ ranks: [Rank?], within: Decimal, margin: Decimal) {
    var decimals: Set<Decimal> = [0]
    var versions: Set<[Int]> = []
    for rank in ranks {
      switch rank {
      case .number(let number, _): decimals.insert(number)
      case .version(let parts): versions.insert(parts)
      case .free, nil: break
      }
    }
    let sorted = versions.sorted { $0.lexicographicallyPrecedes($1) }
    self.versions = Dictionary(
      uniqueKeysWithValues: sorted.enumerated().map { ($1, Int64($0)) })
    let isOrder = within == 0 && margin == 0
    let all = decimals.union([within, margin])
    let digits = all.map(\.fractionDigitCount).max() ?? 0
    var numbers: [Decimal: Int64] = [:]
    for decimal in decimals { numbers[decimal] = decimal.multiple(digits) }
    let fits = numbers.count == decimals.count
    if isOrder {
      (self.within, self.margin) = (0, 0)
      if fits, numbers.values.allSatisfy({ $0.magnitude < Self.maxExact }) {
        self.numbers = numbers
        return
      }
      self.numbers = Dictionary(
        uniqueKeysWithValues: decimals.sorted().enumerated().map { ($1, Int64($0)) })
      return
    }
    // Differences of versions have a sign but no size, so no margin can apply.
    guard fits, versions.isEmpty, let smallWithin = within.multiple(digits),
      let smallMargin = margin.multiple(digits)
    else { return nil }
    (self.within, self.margin) = (smallWithin, smallMargin)
    self.numbers = numbers
  }

  func value(of rank: Rank) -> Int64 {
    switch rank {
    case .number(let number, _): numbers[number] ?? 0
    case .free: numbers[0] ?? 0
    case .version(let parts): versions[parts] ?? 0
    }
  }
}

/// Numbers for texts, equal for equal texts. A number follows from the text alone, but for the rare
/// case that two texts share it, so that it does not change with other texts.
struct TextNumbers {
  private var numbers: [String: Int32] = [:]
  private var taken: Set<Int32> = []

  /// Returns a number from 2 on.
  mutating func number(of text: String) -> Int32 {
    if let number = numbers[text] { return number }
    let hash = Fingerprint(of: Array(text.utf8)).low
    var number = Int32(truncatingIfNeeded: hash & 0x3fff_ffff) + 2
    while !taken.insert(number).inserted { number += 1 }
    numbers[text] = number
    return number
  }
}
