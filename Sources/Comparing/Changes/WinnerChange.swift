package import Content
package import System

/// A pair that exists in both weeks and whose winner changed.
package struct WinnerChange: Sendable {
  package let left: VendorChange
  package let right: VendorChange
  /// The winner in the earlier and in the later week; nil when nobody won.
  package let from: Side?
  package let to: Side?

  /// Whether the win passed from one vendor to the other.
  package var isReversed: Bool { from != nil && to != nil }

  /// Returns all changes of winners among pairs that have pages. Only pairs with a vendor that
  /// moved are compared, because the other pairs keep their verdict.
  static func find(
    among vendors: [VendorChange], in category: Category, articles: PairArticles,
    _ before: WeekOutcomes, _ after: WeekOutcomes
  ) -> [WinnerChange] {
    let isMoved = vendors.map(\.isMoved)
    let moved = vendors.indices.filter { isMoved[$0] }
    let positions = vendors.map(\.positions)
    var (reversed, others): ([WinnerChange], [WinnerChange]) = ([], [])
    func look(at left: Int, _ right: Int) {
      let article = articles.isEmpty ? nil : articles[vendors[left], vendors[right]]
      if article == nil, category.pairs == .listed { return }
      let (a, b) = (positions[left], positions[right])
      let names = (left: vendors[left].to.slug, right: vendors[right].to.slug)
      let from = before.winner(a.from, b.from, article: article, names: names)
      let to = after.winner(a.to, b.to, article: article, names: names)
      if from == to { return }
      let change = WinnerChange(left: vendors[left], right: vendors[right], from: from, to: to)
      if change.isReversed { reversed.append(change) } else { others.append(change) }
    }
    for left in vendors.indices {
      if isMoved[left] {
        for right in vendors.indices[(left + 1)...] { look(at: left, right) }
      } else {
        for right in moved.drop(while: { $0 < left }) { look(at: left, right) }
      }
    }
    return reversed + others
  }
}

/// The articles about pairs. In some categories, only these pairs have a page. An article's cells
/// apply to its page alone.
struct PairArticles {
  private let articles: [String: ComparisonArticle]

  init(of library: Library) {
    articles = Dictionary(
      library.comparisons.map { (Self.name($0.left, $0.right), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  var isEmpty: Bool { articles.isEmpty }

  /// Returns the article about a pair, whose vendors are given in byte order.
  subscript(left: VendorChange, right: VendorChange) -> ComparisonArticle? {
    articles[Self.name(left.to.slug, right.to.slug)]
  }

  private static func name(_ left: Slug, _ right: Slug) -> String {
    SlugPair.name(left.text, right.text)
  }
}

extension Verdict {
  /// Creates the verdict alone, without the rows of a comparison.
  package init(of left: Vendor, and right: Vendor, in category: Category) {
    let ranked = category.winner.by == .leads ? category.criteria : []
    let leads = ranked.filter { category.criterion(at: $0).isRanked }.map {
      Lead(at: $0, of: left, and: right, in: category)
    }
    self.init(left, right, in: category, tally: Tally(counting: leads))
  }
}
