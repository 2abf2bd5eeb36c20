package import Content
import FoundationEssentials

/// Who is ahead on one criterion among any number of vendors; several may be.
///
/// For two vendors it is what `Lead` says: both lead together when they tie.
package struct SharedLead: Sendable, Hashable {
  /// Those whom nobody beats, by position; nobody when fewer than two can be compared.
  package let leaders: [Int]
  /// All who have a value lead together.
  package let isTie: Bool

  /// Missing and unranked values count for nobody. Where two values cannot be compared, such as
  /// prices in two currencies, nobody leads. Linear in the vendors.
  package init(at index: CriterionIndex, among vendors: [Vendor], in category: Category) {
    let criterion = category.criterion(at: index)
    let ranks = vendors.enumerated().compactMap { position, vendor in
      vendor.rank(at: index).map { (position: position, rank: $0) }
    }
    // Each rank is looked at once: there are few, and to compare decimals is dear.
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

  /// Nil when two of the values cannot be compared with each other.
  private static func best(of ranks: [Rank], better: Better) -> Rank? {
    // What is free can be compared with every price, so it cannot tell whether the prices agree.
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
