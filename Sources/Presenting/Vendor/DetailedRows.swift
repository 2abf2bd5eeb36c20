package import Comparing
package import Content

/// The rows in which some pair needs more digits than usual, so that two values of which one is ahead
/// never look equal. Most categories have none.
package struct DetailedRows: Sendable {
  package struct Variant: Sendable {
    /// The criterion's position among all of the category.
    package let row: Int
    package let criterion: CriterionIndex
    /// How many digits stand behind the point.
    package let digits: Int
  }

  /// In order of their rows.
  package let variants: [Variant]

  /// What the pairs of a category need.
  init(_ entry: EditionCategory) {
    variants = entry.category.criteria.enumerated().flatMap { row, criterion in
      entry.tellingDigits(at: criterion).map {
        Variant(row: row, criterion: criterion, digits: $0)
      }
    }
  }

  /// What one pair needs.
  package init(_ comparison: Comparison) {
    variants = zip(comparison.category.criteria, comparison.rows.joined()).enumerated().compactMap {
      row, pair in
      pair.1.digits.map { Variant(row: row, criterion: pair.0, digits: $0) }
    }
  }
}
