package import Reading

/// A pair of both weeks whose winner is not who it was.
package struct WinnerChange: Sendable {
  package let left: VendorChange
  package let right: VendorChange
  /// Nil when nobody won.
  package let from: Verdict.Side?
  package let to: Verdict.Side?

  /// The winner went from one vendor to the other, and is neither new nor gone.
  package var isReversed: Bool { from != nil && to != nil }

  /// All of a category whose pairs have pages. A pair of two vendors that did not move has the
  /// verdict it had, so only the pairs of those that did are looked at.
  static func find(
    among vendors: [VendorChange], in category: Category, listed: ListedPairs
  ) -> [WinnerChange] {
    let isMoved = vendors.map(\.isMoved)
    var changes: [WinnerChange] = []
    for moved in vendors.indices where isMoved[moved] {
      for other in vendors.indices where other != moved && !(isMoved[other] && other < moved) {
        let (left, right) = (vendors[min(moved, other)], vendors[max(moved, other)])
        guard category.pairs == .all || listed.contains(left.to.slug, right.to.slug) else {
          continue
        }
        let from = Verdict(of: left.from, and: right.from, in: category).winner
        let to = Verdict(of: left.to, and: right.to, in: category).winner
        if from != to {
          changes.append(WinnerChange(left: left, right: right, from: from, to: to))
        }
      }
    }
    return changes.sorted { $0.precedes($1) }
  }

  private func precedes(_ other: WinnerChange) -> Bool {
    if isReversed != other.isReversed { return isReversed }
    return (left.to.slug, right.to.slug) < (other.left.to.slug, other.right.to.slug)
  }
}

/// The pairs that an editor wrote about; in some categories only these have a page.
struct ListedPairs {
  private let names: Set<String>

  init(of library: Library) {
    names = Set(library.comparisons.map { "\($0.left.text)-vs-\($0.right.text)" })
  }

  /// Left and right are in byte order.
  func contains(_ left: Slug, _ right: Slug) -> Bool {
    names.contains("\(left.text)-vs-\(right.text)")
  }
}

extension Verdict {
  /// The verdict alone, without the rows of a comparison.
  package init(of left: Vendor, and right: Vendor, in category: Category) {
    let ranked = category.winner.by == .leads ? category.criteria : []
    let leads = ranked.filter { category.criterion(at: $0).isRanked }.map {
      Lead(at: $0, of: left, and: right, in: category)
    }
    self.init(left, right, in: category, tally: Tally(counting: leads))
  }
}
