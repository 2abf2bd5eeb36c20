package import Content
import FoundationEssentials

/// A comparison of two vendors of a category: who leads each row, the tally, and who wins.
package struct Comparison: Sendable {
  package let category: Category
  package let left: Vendor
  package let right: Vendor
  /// One row per criterion, in the shape of `category.groups`.
  package let rows: [[ComparisonRow]]
  package let tally: Tally
  package let verdict: Verdict
  /// The number of criteria for which both vendors have a value, and the number of these for which
  /// the values differ.
  package let sharedCount: Int
  package let differentCount: Int

  /// Compares two vendors, which must belong to the category, as left and right.
  ///
  /// - Parameter article: the pair's article; its cells replace those of the reports.
  package init(
    of left: Vendor, and right: Vendor, in category: Category, article: ComparisonArticle? = nil
  ) {
    let left = left.shown(in: article, of: category)
    let right = right.shown(in: article, of: category)
    self.category = category
    self.left = left
    self.right = right
    let rows = category.groups.indices.map { group in
      category.groups[group].criteria.indices.map { criterion in
        ComparisonRow(
          CriterionIndex(group: group, criterion: criterion), of: left, and: right, in: category)
      }
    }
    self.rows = rows
    tally = Tally(counting: rows.joined().map(\.lead))
    verdict = Verdict(left, right, in: category, tally: tally)
    let shared = rows.joined().filter(\.isShared)
    sharedCount = shared.count
    differentCount = shared.count { $0.isDifferent }
  }

  /// Returns whether the pair says enough to be indexed (S-04), unless its editor decided.
  package func isIndexed(with article: ComparisonArticle?) -> Bool {
    category.indexed.allows(
      shared: sharedCount, different: differentCount, article?.indexed ?? .auto)
  }
}

/// A row of a comparison: one criterion with the cells of both vendors.
package struct ComparisonRow: Sendable {
  package let criterion: Criterion
  package let left: Cell?
  package let right: Cell?
  package let lead: Lead
  /// Whether both vendors have a value that says something, unlike `unknown`.
  package let isShared: Bool
  package let isDifferent: Bool
  /// The number of decimal digits needed to show which of two values is ahead; nil when the usual
  /// digits suffice.
  package let digits: Int?

  init(_ index: CriterionIndex, of left: Vendor, and right: Vendor, in category: Category) {
    criterion = category.criterion(at: index)
    self.left = left.cell(at: index)
    self.right = right.cell(at: index)
    let lead = Lead(at: index, of: left, and: right, in: category)
    self.lead = criterion.isRanked ? lead : .none
    digits = lead.leader == nil ? nil : criterion.digits(telling: self.left, from: self.right)
    isShared = self.left?.isKnown == true && self.right?.isKnown == true
    // Ranked values are compared by value (4/5 equals 8/10), all others as written.
    let difference = difference(at: index, of: left, and: right)
    isDifferent =
      isShared && difference.map { $0 != 0 } ?? (self.left?.identity != self.right?.identity)
  }
}

extension Lead {
  /// Decides who is ahead on a criterion, whether or not its row marks a leader.
  init(at index: CriterionIndex, of left: Vendor, and right: Vendor, in category: Category) {
    guard left.cell(at: index)?.value != nil, right.cell(at: index)?.value != nil else {
      self = .none
      return
    }
    let criterion = category.criterion(at: index)
    self =
      difference(at: index, of: left, and: right).map {
        Lead(difference: $0, within: criterion.within, better: criterion.better)
      } ?? .notComparable
  }
}

/// Returns left minus right; nil when a value is missing, unranked or not comparable.
func difference(at index: CriterionIndex, of left: Vendor, and right: Vendor) -> Decimal? {
  guard let a = left.rank(at: index), let b = right.rank(at: index) else { return nil }
  return a.difference(from: b)
}

extension Cell {
  /// A text that is equal for equal values in equal words. The order of a set does not matter.
  var identity: String {
    if case .set(let items) = value { items.sorted().joined(separator: "\n") } else { text }
  }

  /// Whether the cell says something. False for a missing value, and for values of a scale that
  /// mean that nothing is known.
  var isKnown: Bool {
    switch value {
    case nil, .level(.unranked): false
    default: true
    }
  }
}
