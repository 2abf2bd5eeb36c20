import Content
import System

/// Who leads and who wins among a category's vendors in one week, asked for many times.
///
/// The values are whole numbers where they can be, as for pages; else decimals, with the same result.
struct WeekOutcomes {
  private let category: Category
  private let vendors: [Vendor]
  private let table: OutcomeTable?
  /// The position of each group's first criterion among all.
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

  /// Whether the first of two vendors, by position, leads the second on a ranked criterion.
  func leads(_ vendor: Int, _ other: Int, at index: CriterionIndex) -> Bool {
    let position = starts[index.group] + index.criterion
    return table?.leads(vendor, other, at: position)
      ?? (Lead(at: index, of: vendors[vendor], and: vendors[other], in: category) == .left)
  }

  /// Who wins a pair; an article's cells hold on its page.
  func winner(
    _ left: Int, _ right: Int, article: ComparisonArticle?
  ) -> Side? {
    if let table, article == nil { return table.summary(left, right).verdict.winner }
    let (a, b) = (vendors[left], vendors[right])
    return Verdict(
      of: a.shown(in: article, of: category), and: b.shown(in: article, of: category),
      in: category
    ).winner
  }
}
