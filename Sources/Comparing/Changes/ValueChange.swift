package import Content

/// A value that differs between the reports of two weeks.
package struct ValueChange: Sendable {
  package let vendor: VendorChange
  package let criterion: CriterionIndex
  /// The numbers of vendors present in both weeks that the vendor newly leads and no longer leads;
  /// nil for a criterion without leaders.
  package let leads: (gained: Int, lost: Int)?

  package var from: Cell? { vendor.from.report.cell(at: criterion) }
  package var to: Cell? { vendor.to.report.cell(at: criterion) }

  /// Returns all changes of values in a category, most important first.
  static func find(
    among vendors: [VendorChange], in category: Category, _ before: WeekOutcomes,
    _ after: WeekOutcomes
  ) -> [ValueChange] {
    let positions = vendors.map(\.positions)
    let changes = vendors.filter(\.hasNewReport).flatMap { vendor in
      category.criteria.compactMap { index -> ValueChange? in
        let (from, to) = (vendor.from.report.cell(at: index), vendor.to.report.cell(at: index))
        if Cell.saySame(from, to) { return nil }
        let isRanked = category.criterion(at: index).isRanked
        return ValueChange(
          vendor: vendor, criterion: index,
          leads: isRanked ? leads(of: vendor, at: index, among: positions, before, after) : nil)
      }
    }
    return changes.enumerated().sorted { a, b in
      let (x, y) = (a.element.weight(in: category), b.element.weight(in: category))
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element)
  }

  /// Returns the importance of the change: the headline comes first, then the number of leads that
  /// moved.
  private func weight(in category: Category) -> (Int, Int) {
    (criterion == category.headline ? 1 : 0, leads.map { $0.gained + $0.lost } ?? -1)
  }

  private static func leads(
    of vendor: VendorChange, at index: CriterionIndex, among positions: [(from: Int, to: Int)],
    _ before: WeekOutcomes, _ after: WeekOutcomes
  ) -> (gained: Int, lost: Int) {
    var (gained, lost) = (0, 0)
    if vendor.from.rank(at: index) == vendor.to.rank(at: index) { return (gained, lost) }
    let own = vendor.positions
    for other in positions where other.to != own.to {
      let led = before.leads(own.from, other.from, at: index)
      let leads = after.leads(own.to, other.to, at: index)
      if leads, !led { gained += 1 }
      if led, !leads { lost += 1 }
    }
    return (gained, lost)
  }
}

extension Cell {
  /// The cell; nil if it has only a note.
  var withValue: Cell? { value == nil ? nil : self }

  /// Returns whether two cells are equal as written or by value: 57 and 57.0 are no change.
  static func saySame(_ a: Cell?, _ b: Cell?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    if a.identity == b.identity { return true }
    // Fractions are compared by value: 4 of 15 equals 8 of 30.
    if case .percent(let x, _, _) = a.value, case .percent(let y, _, _) = b.value { return x == y }
    return a.value == b.value
  }
}
