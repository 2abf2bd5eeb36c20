package import Content

/// What one report says that the one before it did not.
package struct ReportChange: Sendable {
  package enum Kind: Sendable, Hashable {
    /// The first report, or the first after the vendor had ended.
    case added
    case changed
    /// The report ends the vendor.
    case retired
  }

  package let kind: Kind
  /// Nil for a vendor that is new.
  package let from: Report?
  package let to: Report
  /// The criteria whose values differ, in page order; none for a vendor that is new.
  package let criteria: [CriterionIndex]

  package var isRenamed: Bool { kind == .changed && from?.name != to.name }
  package var isTierChanged: Bool { kind == .changed && from?.tier != to.tier }

  /// Nil when nothing changed: the same values, name and tier.
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
  /// What changed from report to report, oldest first, up to a week.
  package func changes(until week: Week, in category: Category) -> [ReportChange] {
    let reports = self.reports.filter { $0.week <= week }
    return reports.indices.compactMap { index in
      ReportChange(
        from: index > 0 ? reports[index - 1] : nil, to: reports[index], in: category)
    }
  }
}

extension Report {
  /// The value of a criterion, or nil when the report has none.
  package func cell(at index: CriterionIndex) -> Cell? {
    guard frontMatter.cells.indices.contains(index.group) else { return nil }
    let row = frontMatter.cells[index.group]
    return row.indices.contains(index.criterion) ? row[index.criterion]?.withValue : nil
  }
}
