import Content
import FoundationEssentials

/// How close the vendors of a category are to each other, by the values of its ranked criteria.
///
/// A vendor stands on each criterion between 0, the worst, and 1000, the best. The distance of two
/// is the mean of how far apart they stand. Where one of them has no comparable value they count as
/// half apart, so that a vendor of whom little is known is close to nobody.
package struct Closeness: Sendable {
  private static let unknown: Int32 = -1

  private let criterionCount: Int
  /// By vendor and criterion.
  private let standings: [Int32]

  package init(_ entry: EditionCategory) {
    let category = entry.category
    let criteria = category.rankedCriteria
    criterionCount = criteria.count
    var standings = Array(repeating: Self.unknown, count: entry.vendors.count * criteria.count)
    for (column, criterion) in criteria.enumerated() {
      for (vendor, standing) in Self.standings(on: criterion, entry).enumerated() {
        standings[vendor * criteria.count + column] = standing
      }
    }
    self.standings = standings
  }

  private static func standings(on index: CriterionIndex, _ entry: EditionCategory) -> [Int32] {
    let ranks = entry.vendors.map { $0.rank(at: index) }
    let unit = Rank.mostCommonUnit(of: ranks.compactMap(\.self))
    let comparable = ranks.map { rank in rank.flatMap { $0.unit ?? unit == unit ? $0 : nil } }
    let isLowerBetter = entry.category.criterion(at: index).better == .lower
    let known = Set(comparable.compactMap(\.self)).sorted {
      let difference = $0.difference(from: $1) ?? 0
      return isLowerBetter ? difference > 0 : difference < 0
    }
    var places: [Rank: Int] = [:]
    var last = -1
    for (position, rank) in known.enumerated() {
      // Different ranks may be equal, such as free and 0.
      let isTie = position > 0 && rank.difference(from: known[position - 1]) == 0
      if !isTie { last += 1 }
      places[rank] = last
    }
    return comparable.map { rank in
      guard let rank, let place = places[rank] else { return unknown }
      return last > 0 ? Int32(place * 1000 / last) : 1000
    }
  }

  /// The vendors closest to one, of those given; the closest first. Of equally close ones the first
  /// given comes first.
  package func closest(to vendor: Int, among others: [Int], limit: Int) -> [Int] {
    // Keeping the nearest in order costs the square of their number, so many are sorted.
    if limit > 100 {
      let distances = others.map { distance(vendor, $0) }
      return others.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }.prefix(limit)
        .map { others[$0] }
    }
    // A few of many are wanted, for every vendor, so most are only looked at.
    var found: [(distance: Int, vendor: Int)] = []
    for other in others {
      let far = distance(vendor, other)
      guard limit > 0, found.count < limit || far < found[found.count - 1].distance else {
        continue
      }
      let place = found.firstIndex { far < $0.distance } ?? found.count
      found.insert((far, other), at: place)
      if found.count > limit { found.removeLast() }
    }
    return found.map(\.vendor)
  }

  /// The sum over all criteria of how far apart two vendors stand.
  private func distance(_ a: Int, _ b: Int) -> Int {
    let (a, b) = (a * criterionCount, b * criterionCount)
    var sum = 0
    for column in 0..<criterionCount {
      let (x, y) = (standings[a + column], standings[b + column])
      sum += x < 0 || y < 0 ? 500 : Int(abs(x - y))
    }
    return sum
  }
}
