package import Content

/// The changes from one report to the next.
package struct ReportChange: Sendable {
  package enum Kind: Sendable, Hashable {
    /// The first report, or the first one after the vendor had retired.
    case added
    case changed
    /// The report retires the vendor.
    case retired
  }

  package let kind: Kind
  /// The earlier report; nil for a new vendor.
  package let from: Report?
  package let to: Report
  /// The criteria whose values differ, in page order; empty for a new vendor.
  package let criteria: [CriterionIndex]

  package var isRenamed: Bool { kind == .changed && from?.name != to.name }
  package var isTierChanged: Bool { kind == .changed && from?.tier != to.tier }

  /// Returns nil when nothing changed: the values, the name and the tier are equal.
  init?(from: Report?, to: Report, in category: Category) {
    let before = from.flatMap { $0.retired ? nil : $0 }
    self.from = before
    self.to = to
    if to.retired {
      guard before != nil else { return nil }
      (kind, criteria) = (.retired, [])
    } else if let before {
      kind = .changed
      criteria = category.criteria.filter { !Cell.saySame(before.cell(at: $0), to.cell(at: $0)) }
      if criteria.isEmpty, before.name == to.name, before.tier == to.tier { return nil }
    } else {
      (kind, criteria) = (.added, [])
    }
  }
}

extension VendorHistory {
  /// Returns the changes from report to report up to a week, oldest first.
  package func changes(until week: Week, in category: Category) -> [ReportChange] {
    let reports = self.reports.filter { $0.week <= week }
    return reports.indices.compactMap { index in
      ReportChange(
        from: index > 0 ? reports[index - 1] : nil, to: reports[index], in: category)
    }
  }
}

extension Report {
  /// Returns the cell of a criterion; nil when the report has no value for the criterion.
  package func cell(at index: CriterionIndex) -> Cell? {
    guard frontMatter.cells.indices.contains(index.group) else { return nil }
    let row = frontMatter.cells[index.group]
    return row.indices.contains(index.criterion) ? row[index.criterion]?.withValue : nil
  }
}
