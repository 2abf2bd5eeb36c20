package import Content
import FoundationEssentials

/// Who is ahead on a criterion among any number of vendors; several may lead together.
///
/// For two vendors, the result agrees with `Lead`: both lead when they tie.
package struct SharedLead: Sendable, Hashable {
  /// The positions of vendors that no other vendor beats; empty when fewer than two can be
  /// compared.
  package let leaders: [Int]
  /// Whether all vendors that have a value lead together.
  package let isTie: Bool

  /// Finds the leaders. Missing and unranked values are ignored. If two values cannot be compared,
  /// such as prices in two currencies, nobody leads. Takes time linear in the vendors.
  package init(at index: CriterionIndex, among vendors: [Vendor], in category: Category) {
    let criterion = category.criterion(at: index)
    let ranks = vendors.enumerated().compactMap { position, vendor in
      vendor.rank(at: index).map { (position: position, rank: $0) }
    }
    // Each rank is examined once: there are few ranks, and comparing decimals is slow.
    var isBest: [Rank: Bool] = [:]
    let different = ranks.map(\.rank).filter { isBest.updateValue(false, forKey: $0) == nil }
    guard criterion.isRanked, ranks.count > 1,
      let best = Self.best(of: different, better: criterion.better)
    else {
      (leaders, isTie) = ([], false)
      return
    }
    for rank in different {
      let lead = best.difference(from: rank).map {
        Lead(difference: $0, within: criterion.within, better: criterion.better)
      }
      isBest[rank] = lead == .tie
    }
    leaders = ranks.compactMap { position, rank in isBest[rank] == true ? position : nil }
    isTie = leaders.count == ranks.count
  }

  /// Returns the best rank; nil when two of the ranks cannot be compared.
  private static func best(of ranks: [Rank], better: Better) -> Rank? {
    // Free compares with every price, so it cannot tell whether the prices agree.
    guard let measure = ranks.first(where: { $0 != .free }) ?? ranks.first else { return nil }
    var best = measure
    for rank in ranks {
      guard rank.difference(from: measure) != nil, let difference = rank.difference(from: best)
      else { return nil }
      if better == .higher ? difference > 0 : difference < 0 { best = rank }
    }
    return best
  }
}
