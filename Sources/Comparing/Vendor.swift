package import Content
import FoundationEssentials
package import Hashing
import System

/// A vendor in an edition: its report in force, and what follows from this report alone.
package struct Vendor: Sendable {
  package let history: VendorHistory
  package let report: Report
  /// Whether the report is older than the site's `staleAfterWeeks`.
  package let isStale: Bool
  /// The rank of each cell, in the shape of `report.cells`. Computed once per vendor, not per pair.
  private var ranks: [[Rank?]]
  /// The cells that an editor's article puts in place of the report's, on one page only.
  private var overrides: [CriterionIndex: Cell] = [:]

  package var slug: Slug { history.slug }

  /// Returns nil when no report is in force: none is old enough, or the vendor has retired.
  package init?(history: VendorHistory, category: Category, week: Week, site: Site) {
    guard let report = history.reports.last(where: { $0.week <= week }), !report.retired
    else { return nil }
    self.history = history
    self.report = report
    isStale = site.staleAfterWeeks.map { report.week.weeks(until: week) > $0 } ?? false
    ranks = zip(category.groups, report.cells).map { group, cells in
      zip(group.criteria, cells).map { criterion, cell in
        cell?.value.flatMap { Rank(of: $0, for: criterion) }
      }
    }
  }

  /// Returns whether the vendor was made from the same report objects.
  package func hasReports(of history: VendorHistory) -> Bool {
    self.history.reports.elementsEqual(history.reports) { $0 === $1 }
  }

  /// Returns the vendor as of another week; nil when no report was in force in that week.
  package func asOf(_ week: Week, in category: Category, site: Site) -> Vendor? {
    Vendor(history: history, category: category, week: week, site: site)
  }

  /// The report that the one in force replaced.
  package var previousReport: Report? { history.reports.last { $0.week < report.week } }

  /// Returns the reports up to a week, oldest first.
  package func reports(until week: Week) -> [Report] { history.reports(until: week) }

  /// Returns the vendor as the page of a pair shows it: with the cells of the pair's article.
  ///
  /// - Parameter name: the slug by which the article knows the vendor, if it was renamed since.
  func shown(
    in article: ComparisonArticle?, of category: Category, as name: Slug? = nil
  ) -> Vendor {
    let cells = article?.cells(of: name ?? slug) ?? [:]
    if cells.isEmpty { return self }
    var vendor = self
    vendor.overrides = cells
    for (index, cell) in cells {
      vendor.ranks[index.group][index.criterion] = cell.value.flatMap {
        Rank(of: $0, for: category.criterion(at: index))
      }
    }
    return vendor
  }

  /// Returns the cell of a criterion; nil when the report has none.
  package func cell(at index: CriterionIndex) -> Cell? {
    if !overrides.isEmpty, let cell = overrides[index] { return cell }
    guard report.frontMatter.cells.indices.contains(index.group) else { return nil }
    let cells = report.frontMatter.cells[index.group]
    return cells.indices.contains(index.criterion) ? cells[index.criterion] : nil
  }

  /// Returns whether both vendors have equal ranks everywhere, so that their comparisons have equal
  /// outcomes.
  func ranksEqual(_ other: Vendor) -> Bool { ranks == other.ranks }

  /// Returns the rank of a criterion's value; nil when there is no value, or no order.
  package func rank(at index: CriterionIndex) -> Rank? {
    guard ranks.indices.contains(index.group) else { return nil }
    let row = ranks[index.group]
    return row.indices.contains(index.criterion) ? row[index.criterion] : nil
  }

  /// Adds everything that the outcomes of the vendor's comparisons depend on.
  package func addOutcomes(to input: inout FingerprintInput) {
    input.add(report.week.text)
    for (cells, ranks) in zip(report.cells, ranks) {
      for (cell, rank) in zip(cells, ranks) {
        input.add(cell?.isKnown == true ? 1 : 0)
        input.add(cell?.text ?? "")
        switch rank {
        case nil: input.add(0)
        case .free: input.add(1)
        case .number(let number, let unit):
          input.add(2)
          input.add(number.text)
          input.add(unit)
        case .version(let parts):
          input.add(3)
          input.add(parts.count)
          for part in parts { input.add(part) }
        }
      }
    }
  }
}
