package import Comparing
package import Content

/// The rows in which some pair needs more digits than usual, so that two values never look equal if
/// one is ahead. Most categories have none.
package struct DetailedRows: Sendable {
  package struct Variant: Sendable {
    /// The position of the criterion among all criteria of the category.
    package let row: Int
    package let criterion: CriterionIndex
    /// The number of decimal digits.
    package let digits: Int
  }

  /// The variants, sorted by row.
  package let variants: [Variant]

  /// Finds the rows and digits that the pairs of a category need.
  package init(_ entry: EditionCategory) {
    variants = entry.category.criteria.enumerated().flatMap { row, criterion in
      entry.tellingDigits(at: criterion).map {
        Variant(row: row, criterion: criterion, digits: $0)
      }
    }
  }

  /// Finds the rows and digits that a pair needs.
  package init(_ comparison: Comparison) {
    variants = zip(comparison.category.criteria, comparison.rows.joined()).enumerated().compactMap {
      row, pair in
      pair.1.digits.map { Variant(row: row, criterion: pair.0, digits: $0) }
    }
  }
}
