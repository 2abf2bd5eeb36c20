import Content
import System

/// The leaders and winners among a category's vendors in one week, optimized for many queries.
///
/// Values are compared as whole numbers where possible, otherwise as decimals. The results are
/// equal.
struct WeekOutcomes {
  private let category: Category
  private let vendors: [Vendor]
  private let table: OutcomeTable?
  /// The position of each group's first criterion among all criteria.
  private let starts: [Int]

  init(_ entry: EditionCategory) {
    category = entry.category
    vendors = entry.vendors
    table = OutcomeTable(entry)
    var starts: [Int] = []
    var count = 0
    for group in entry.category.groups {
      starts.append(count)
      count += group.criteria.count
    }
    self.starts = starts
  }

  /// Returns whether the first vendor leads the second on a ranked criterion. Vendors are given by
  /// position.
  func leads(_ vendor: Int, _ other: Int, at index: CriterionIndex) -> Bool {
    let position = starts[index.group] + index.criterion
    return table?.leads(vendor, other, at: position)
      ?? (Lead(at: index, of: vendors[vendor], and: vendors[other], in: category) == .left)
  }

  /// Returns the winner of a pair. The cells of an article apply to its page.
  ///
  /// - Parameter names: the slugs by which the article knows the vendors.
  func winner(
    _ left: Int, _ right: Int, article: ComparisonArticle?, names: (left: Slug, right: Slug)
  ) -> Side? {
    if let table, article == nil { return table.summary(left, right).verdict.winner }
    let (a, b) = (vendors[left], vendors[right])
    return Verdict(
      of: a.shown(in: article, of: category, as: names.left),
      and: b.shown(in: article, of: category, as: names.right), in: category
    ).winner
  }
}
