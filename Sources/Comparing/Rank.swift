import Content
package import FoundationEssentials
import System

/// The rank of a value. Unranked values and kinds without order have no rank.
package enum Rank: Sendable, Hashable {
  /// A number. Only numbers with equal units can be compared.
  case number(Decimal, unit: String)
  /// Free of charge: zero in any currency and period.
  case free
  /// Dotted numbers, compared one by one.
  case version([Int])

  init?(of value: CellValue, for criterion: Criterion) {
    switch value {
    case .number(let number): self = .number(number, unit: "")
    case .percent(let number, _, _): self = .number(number, unit: "")
    case .duration(let seconds): self = .number(seconds, unit: "")
    case .date(let date): self = .number(Decimal(date.dayNumber), unit: "")
    case .dateWord(_, let place):
      self = .number(Decimal(place == .last ? Self.farDay : -Self.farDay), unit: "")
    case .level(.ranked(let position)): self = .number(Decimal(position), unit: "")
    case .money(.free): self = .free
    case .money(.amount(let amount, let currency, let per)):
      self = .number(amount, unit: "\(currency ?? criterion.currency ?? "")/\(per ?? "")")
    case .rating(let number, let max, let count):
      guard count >= criterion.minCount, max > 0 else { return nil }
      // Ratings are scaled to one maximum, so that 4 of 5 equals 8 of 10.
      self = .number(.quotient(number, max), unit: "")
    case .version(let text):
      guard let parts = Self.versionParts(text) else { return nil }
      self = .version(parts)
    case .level(.unranked), .money(.contact), .set, .list, .text: return nil
    }
  }

  /// A number beyond any day of a calendar with four-digit years.
  private static let farDay = 100_000_000

  /// Returns the parts of a version without trailing zeros: "v2.10.1" becomes 2, 10, 1. Returns nil
  /// when a part is not a number.
  private static func versionParts(_ text: String) -> [Int]? {
    let digits = text.hasPrefix("v") ? text.dropFirst() : text[...]
    var parts: [Int] = []
    for part in digits.split(separator: ".", omittingEmptySubsequences: false) {
      guard let number = Int(part), number >= 0 else { return nil }
      parts.append(number)
    }
    while parts.count > 1, parts.last == 0 { parts.removeLast() }
    return parts
  }

  /// Returns this rank minus another; nil when the two cannot be compared.
  ///
  /// For versions, only the sign is meaningful.
  func difference(from other: Rank) -> Decimal? {
    switch (self, other) {
    case (.number(let a, let unit), .number(let b, let otherUnit)):
      unit == otherUnit ? a - b : nil
    case (.free, .free): 0
    case (.number(let a, _), .free): a
    case (.free, .number(let b, _)): -b
    case (.version(let a), .version(let b)):
      a == b ? 0 : (a.lexicographicallyPrecedes(b) ? -1 : 1)
    default: nil
    }
  }
}
