import Content
import FoundationEssentials

/// A place in a category's ranking by its headline. Vendors with equal values share a place.
package struct RankingPlace: Sendable {
  /// The place, counted from 1; nil for a vendor whose value is missing or not comparable, which
  /// comes last.
  package let place: Int?
  package let vendor: Vendor
}

extension EditionCategory {
  /// All vendors, best first. Ties are sorted by slug. Vendors without a place come last and are
  /// sorted by slug too.
  ///
  /// Amounts in other currencies or periods cannot be compared. Only amounts of the most common
  /// unit have places: otherwise a could beat b, b equal c, and c equal a.
  package var ranking: [RankingPlace] {
    let bySlug = vendors.sorted { $0.slug < $1.slug }
    guard let headline = category.headline else {
      return bySlug.map { RankingPlace(place: nil, vendor: $0) }
    }
    let unit = Rank.mostCommonUnit(of: bySlug.compactMap { $0.rank(at: headline) })
    var placed: [(vendor: Vendor, rank: Rank)] = []
    var others: [RankingPlace] = []
    for vendor in bySlug {
      if let rank = vendor.rank(at: headline), rank.unit == nil || rank.unit == unit {
        placed.append((vendor, rank))
      } else {
        others.append(RankingPlace(place: nil, vendor: vendor))
      }
    }
    let better = category.criterion(at: headline).better
    /// Returns a positive number when the first is better, 0 when neither is.
    func advantage(_ a: Rank, _ b: Rank) -> Decimal {
      let difference = a.difference(from: b) ?? 0
      return better == .higher ? difference : -difference
    }
    // Vendors are grouped by rank first: there are few ranks, and comparing decimals is slow.
    let positions = Dictionary(grouping: placed.indices) { placed[$0].rank }
    let ranks = positions.keys.sorted { advantage($0, $1) > 0 }
    var (places, tied): ([RankingPlace], [Int]) = ([], [])
    for (index, rank) in ranks.enumerated() {
      tied += positions[rank] ?? []
      // Different ranks may be equal, such as free and 0.
      if index + 1 < ranks.count, advantage(rank, ranks[index + 1]) == 0 { continue }
      let place = places.count + 1
      // The order of positions is the order of slugs.
      places += tied.sorted().map { RankingPlace(place: place, vendor: placed[$0].vendor) }
      tied = []
    }
    return places + others
  }
}

extension Rank {
  /// The unit that two ranks must share to be compared; nil if the rank compares with every rank.
  var unit: String? {
    switch self {
    case .number(_, let unit): unit
    case .free, .version: nil
    }
  }

  /// Returns the most common unit, the first in byte order if several are equally common; nil when
  /// no value has a unit.
  static func mostCommonUnit(of ranks: [Rank]) -> String? {
    let counts = Dictionary(grouping: ranks.compactMap(\.unit)) { $0 }.mapValues(\.count)
    return counts.sorted { $0.key < $1.key }.max { $0.value < $1.value }?.key
  }
}
