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
    among vendors: [VendorChange], in category: Category, articles: PairArticles
  ) -> [WinnerChange] {
    let isMoved = vendors.map(\.isMoved)
    var changes: [WinnerChange] = []
    for moved in vendors.indices where isMoved[moved] {
      for other in vendors.indices where other != moved && !(isMoved[other] && other < moved) {
        let (left, right) = (vendors[min(moved, other)], vendors[max(moved, other)])
        let article = articles[left.to.slug, right.to.slug]
        if article == nil, category.pairs == .listed { continue }
        let winner = { (a: Vendor, b: Vendor) in
          Verdict(
            of: a.shown(in: article, of: category), and: b.shown(in: article, of: category),
            in: category
          ).winner
        }
        let (from, to) = (winner(left.from, right.from), winner(left.to, right.to))
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

/// What editors wrote on pairs: in some categories only these have a page, and some values hold on
/// that page alone.
struct PairArticles {
  private let articles: [String: ComparisonArticle]

  init(of library: Library) {
    articles = Dictionary(
      library.comparisons.map { (Self.name($0.left, $0.right), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Left and right are in byte order.
  subscript(left: Slug, right: Slug) -> ComparisonArticle? {
    articles.isEmpty ? nil : articles[Self.name(left, right)]
  }

  private static func name(_ left: Slug, _ right: Slug) -> String {
    "\(left.text)-vs-\(right.text)"
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
