package import Reading

/// A value that one week's report has and the other's has not.
package struct ValueChange: Sendable {
  package let vendor: VendorChange
  package let criterion: CriterionIndex
  /// How many vendors of both weeks it leads now and did not before, and the other way round;
  /// nil for a criterion without leaders.
  package let leads: (gained: Int, lost: Int)?

  package var from: Cell? { vendor.from.report.cell(at: criterion) }
  package var to: Cell? { vendor.to.report.cell(at: criterion) }

  /// All of a category, in order of weight.
  static func find(among vendors: [VendorChange], in category: Category) -> [ValueChange] {
    let changes = vendors.filter(\.hasNewReport).flatMap { vendor in
      category.criteria.compactMap { index -> ValueChange? in
        let (from, to) = (vendor.from.report.cell(at: index), vendor.to.report.cell(at: index))
        if Cell.saySame(from, to) { return nil }
        let isRanked = category.criterion(at: index).isRanked
        return ValueChange(
          vendor: vendor, criterion: index,
          leads: isRanked ? leads(of: vendor, at: index, among: vendors, in: category) : nil)
      }
    }
    return changes.enumerated().sorted { a, b in
      let (x, y) = (a.element.weight(in: category), b.element.weight(in: category))
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element)
  }

  /// The headline before all else, then how many leads moved.
  private func weight(in category: Category) -> (Int, Int) {
    (criterion == category.headline ? 1 : 0, leads.map { $0.gained + $0.lost } ?? -1)
  }

  private static func leads(
    of vendor: VendorChange, at index: CriterionIndex, among vendors: [VendorChange],
    in category: Category
  ) -> (gained: Int, lost: Int) {
    var (gained, lost) = (0, 0)
    if vendor.from.rank(at: index) == vendor.to.rank(at: index) { return (gained, lost) }
    for other in vendors where other.to.slug != vendor.to.slug {
      let before = Lead(at: index, of: vendor.from, and: other.from, in: category) == .left
      let after = Lead(at: index, of: vendor.to, and: other.to, in: category) == .left
      if after, !before { gained += 1 }
      if before, !after { lost += 1 }
    }
    return (gained, lost)
  }
}

extension VendorChange {
  /// The same report in force in both weeks has the same values.
  fileprivate var hasNewReport: Bool { from.report.week != to.report.week }
}

extension Cell {
  /// Nil for a cell that has only a note.
  var withValue: Cell? { value == nil ? nil : self }

  /// Equal as written, or equal as values: 57 and 57.0 are no change.
  static func saySame(_ a: Cell?, _ b: Cell?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return a.text == b.text || a.value == b.value
  }
}

extension Category {
  /// The positions of all criteria, in page order.
  package var criteria: [CriterionIndex] {
    groups.indices.flatMap { group in
      groups[group].criteria.indices.map { CriterionIndex(group: group, criterion: $0) }
    }
  }
}
