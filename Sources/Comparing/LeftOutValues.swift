import Content
package import Diagnosing

/// Finds values of ranked criteria that no ranking has a place for, although their reports have
/// them: one warning for each criterion.
///
/// Words that the category itself leaves unranked, prices on request, and ratings with too few
/// votes are the publisher's choice.
package struct LeftOutValues {
  private let edition: Edition

  package init(_ edition: Edition) { self.edition = edition }

  package func check(into log: inout Diagnostics) {
    for entry in edition.categories {
      let category = entry.category
      for index in category.criteria
      where category.criterion(at: index).isRanked || category.headline == index {
        switch category.criterion(at: index).kind {
        case .money: checkAmounts(at: index, of: entry, into: &log)
        case .version: checkVersions(at: index, of: entry, into: &log)
        default: break
        }
      }
    }
  }

  private func checkAmounts(
    at index: CriterionIndex, of entry: EditionCategory, into log: inout Diagnostics
  ) {
    let ranks = entry.vendors.map { $0.rank(at: index) }
    guard let usual = Rank.mostCommonUnit(of: ranks.compactMap(\.self)) else { return }
    let others = zip(entry.vendors, ranks).compactMap { vendor, rank in
      rank?.unit.flatMap { $0 == usual ? nil : (vendor: vendor, unit: $0) }
    }
    guard let first = others.first?.vendor.cell(at: index)?.span else { return }
    log.report(
      .leftOutAmounts(
        of: entry.category.criterionPath(of: index), usual: Self.words(for: usual),
        others.map { ($0.vendor.slug.text, Self.words(for: $0.unit)) }, at: first))
  }

  private func checkVersions(
    at index: CriterionIndex, of entry: EditionCategory, into log: inout Diagnostics
  ) {
    let others = entry.vendors.compactMap { vendor -> (vendor: Vendor, cell: Cell)? in
      guard let cell = vendor.cell(at: index), cell.value != nil, vendor.rank(at: index) == nil
      else { return nil }
      return (vendor, cell)
    }
    guard let first = others.first else { return }
    log.report(
      .leftOutVersions(
        of: entry.category.criterionPath(of: index),
        others.map { ($0.vendor.slug.text, $0.cell.text) }, at: first.cell.span))
  }

  /// The unit of an amount in words: its currency, and the period that it pays for.
  private static func words(for unit: String) -> String {
    let parts = unit.split(separator: "/", omittingEmptySubsequences: false)
    let (currency, period) = (parts.first ?? "", parts.last ?? "")
    let money = currency.isEmpty ? "in no currency" : "in \(currency)"
    return period.isEmpty ? "\(money), without a period" : "\(money) per \(period)"
  }
}
