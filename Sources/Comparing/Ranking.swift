package import Content
import FoundationEssentials

/// A place in a category's ranking by its headline. Vendors with equal values share a place.
package struct RankingPlace: Sendable {
  /// The place, counted from 1; nil for a vendor whose value is missing or not comparable, which
  /// comes last.
  package let place: Int?
  package let vendor: Vendor
}

extension EditionCategory {
  /// The ranked criteria by which some vendor can be compared, in page order.
  package var comparableCriteria: [CriterionIndex] {
    category.rankedCriteria.filter { isComparable($0) }
  }

  /// Whether some vendor can be compared by a criterion.
  package func isComparable(_ index: CriterionIndex) -> Bool {
    category.criterion(at: index).isRanked && vendors.contains { $0.rank(at: index) != nil }
  }

  /// All vendors, best first. Ties are sorted by slug, and so are the vendors without a place, at
  /// the end.
  package var ranking: [RankingPlace] {
    let places = category.headline.map(places(at:)) ?? vendors.map { _ in nil }
    return zip(vendors, places).map { RankingPlace(place: $1, vendor: $0) }.sorted {
      ($0.place ?? .max, $0.vendor.slug) < ($1.place ?? .max, $1.vendor.slug)
    }
  }

  /// All vendors, best first. Ties are sorted by slug. Vendors without a place come last and are
  /// sorted by slug too.
  ///
  /// Amounts in other currencies or periods cannot be compared. Only amounts of the most common
  /// unit have places: otherwise a could beat b, b equal c, and c equal a.
  package func places(at index: CriterionIndex) -> [Int?] {
    let unit = Rank.mostCommonUnit(of: vendors.compactMap { $0.rank(at: index) })
    // Vendors are grouped by rank first: there are few ranks, and comparing decimals is slow.
    var positions: [Rank: [Int]] = [:]
    for (position, vendor) in vendors.enumerated() {
      guard let rank = vendor.rank(at: index), rank.unit == nil || rank.unit == unit else {
        continue
      }
      positions[rank, default: []].append(position)
    }
    let better = category.criterion(at: index).better
    /// Returns a positive number when the first is better, 0 when neither is.
    func advantage(_ a: Rank, _ b: Rank) -> Decimal {
      let difference = a.difference(from: b) ?? 0
      return better == .higher ? difference : -difference
    }
    var places: [Int: Int] = [:]
    var (place, before): (Int, Rank?) = (1, nil)
    for rank in positions.keys.sorted(by: { advantage($0, $1) > 0 }) {
      // Different ranks may be equal, such as free and 0.
      if let before, advantage(before, rank) != 0 { place = places.count + 1 }
      before = rank
      for position in positions[rank] ?? [] { places[position] = place }
    }
    return vendors.indices.map { places[$0] }
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
