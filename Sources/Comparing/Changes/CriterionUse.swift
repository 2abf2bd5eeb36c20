package import Content

/// The weeks in which a report in force had a value for a criterion.
///
/// A rubric must keep a criterion as long as an old report uses it, so the reports that fill a
/// criterion show when the criterion was in use.
package struct CriterionUse: Sendable {
  /// The first week with a value.
  package let begin: Week
  /// The first week without any value; nil while a report in force has one.
  package let end: Week?

  /// Returns the use of every criterion of a category, in page order; nil for a criterion that no
  /// report has filled.
  package static func all(of category: Category, in edition: Edition) -> [CriterionUse?] {
    var begins: [Week?] = Array(repeating: nil, count: category.criteria.count)
    var ends = begins
    var isOpen = Array(repeating: false, count: begins.count)
    for vendor in edition.library.vendors where vendor.category == category.slug {
      let reports = vendor.reports.filter { $0.week <= edition.week }
      for (index, report) in reports.enumerated() where !report.retired {
        let next = index + 1 < reports.count ? reports[index + 1].week : nil
        for (position, cell) in report.cells.joined().enumerated() where cell?.value != nil {
          begins[position] = begins[position].map { min($0, report.week) } ?? report.week
          if let next {
            ends[position] = ends[position].map { max($0, next) } ?? next
          } else {
            isOpen[position] = true
          }
        }
      }
    }
    return begins.indices.map { position in
      begins[position].map {
        CriterionUse(begin: $0, end: isOpen[position] ? nil : ends[position])
      }
    }
  }
}

extension EditionCategory {
  /// Returns whether a vendor of the week has a value for a criterion.
  func isUsed(_ index: CriterionIndex) -> Bool {
    vendors.contains { $0.cell(at: index)?.value != nil }
  }
}
