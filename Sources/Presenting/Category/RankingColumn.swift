import Comparing
import Content

/// A criterion as a column of a table of all vendors, who are named by their positions.
struct RankingColumn: Sendable {
  let index: CriterionIndex
  /// Who leads; nobody if all tie.
  let leaders: Set<Int>
  /// The place of each vendor, the best first; nil for values that are missing or not comparable.
  let places: [Int?]
  /// How many digits a value needs so that values with different places look different.
  let digits: [Int: Int]

  init(_ entry: EditionCategory, at index: CriterionIndex) {
    self.index = index
    let lead = SharedLead(at: index, among: entry.vendors, in: entry.category)
    leaders =
      lead.isTie || !entry.category.criterion(at: index).isRanked ? [] : Set(lead.leaders)
    places = entry.places(at: index)
    digits = entry.tableDigits(at: index)
  }
}
