package import Content

/// The changes between two weeks.
///
/// Input is two editions of one library; output is what moved, most important first. A winner can
/// change only if values of one of the two vendors changed, so the work grows with changed vendors
/// times all vendors, not with all pairs.
package struct Changes: Sendable {
  package let from: Week
  package let to: Week
  /// One entry per category of the library, in the order of the library.
  package let categories: [CategoryChanges]

  package init(from: Edition, to: Edition) {
    precondition(
      from.categories.map(\.category.slug) == to.categories.map(\.category.slug),
      "both editions are of one library")
    self.from = from.week
    self.to = to.week
    let articles = PairArticles(of: to.library)
    categories = zip(from.categories, to.categories).map {
      CategoryChanges(from: $0, to: $1, weeks: (from.week, to.week), articles: articles)
    }
  }

  package var isEmpty: Bool { categories.allSatisfy(\.isEmpty) }
}

/// The changes in a category.
package struct CategoryChanges: Sendable {
  package let category: Category
  /// Vendors with a report in force in the later week only, sorted by slug.
  package let added: [Vendor]
  /// Retired vendors as they were in the earlier week, sorted by slug.
  package let retired: [Vendor]
  /// Vendors whose name changed, sorted by slug.
  package let renamed: [VendorChange]
  /// Vendors whose tier changed, sorted by slug.
  package let tiers: [VendorChange]
  /// Changes of the headline first, then the changes that moved the most leads.
  package let values: [ValueChange]
  /// Wins that passed from one vendor to the other first, then wins gained and lost; sorted by
  /// slugs.
  package let winners: [WinnerChange]
  /// The changes of the rubric that are known from frozen weeks, oldest first.
  package let rubric: [RubricChange]
  /// Criteria, in page order, for which only the later week's reports have values, and only the
  /// earlier week's.
  package let begun: [CriterionIndex]
  package let ended: [CriterionIndex]

  /// Finds the changes in a category.
  ///
  /// - Parameter weeks: the two weeks; the later one must not precede the earlier.
  init(
    from: EditionCategory, to: EditionCategory, weeks: (from: Week, to: Week),
    articles: PairArticles
  ) {
    category = to.category
    let vendors = VendorChange.matching(from.vendors, with: to.vendors)
    let pairs = vendors.both
    added = vendors.added
    retired = vendors.retired
    renamed = pairs.filter { $0.from.report.name != $0.to.report.name }
    tiers = pairs.filter { $0.from.report.tier != $0.to.report.tier }
    rubric = to.rubricChanges.filter { $0.to > weeks.from && $0.to <= weeks.to }
    if from.vendors.isEmpty || to.vendors.isEmpty {
      (begun, ended) = ([], [])
    } else {
      let uses = category.criteria.map { ($0, from.isUsed($0), to.isUsed($0)) }
      begun = uses.filter { !$0.1 && $0.2 }.map(\.0)
      ended = uses.filter { $0.1 && !$0.2 }.map(\.0)
    }
    if pairs.contains(where: \.hasNewReport) {
      let (before, after) = (WeekOutcomes(from), WeekOutcomes(to))
      values = ValueChange.find(among: pairs, in: to.category, before, after)
      winners = WinnerChange.find(
        among: pairs, in: to.category, articles: articles, before, after)
    } else {
      (values, winners) = ([], [])
    }
  }

  package var isEmpty: Bool {
    added.isEmpty && retired.isEmpty && renamed.isEmpty && tiers.isEmpty && values.isEmpty
      && winners.isEmpty && rubric.isEmpty && begun.isEmpty && ended.isEmpty
  }
}

/// A vendor in two weeks.
///
/// A class, because a hundred thousand changes of winners share a thousand of these.
package final class VendorChange: Sendable {
  package let from: Vendor
  package let to: Vendor
  /// The vendor's position in the edition of each week.
  let positions: (from: Int, to: Int)

  init(from: Vendor, to: Vendor, positions: (from: Int, to: Int)) {
    self.from = from
    self.to = to
    self.positions = positions
  }

  /// Whether the values may differ. A report that is in force in both weeks has equal values.
  var hasNewReport: Bool { from.report.week != to.report.week }

  /// Whether the rank of a value changed.
  var isMoved: Bool { hasNewReport && !from.ranksEqual(to) }

  /// Matches the vendors of two lists that are sorted by slug.
  static func matching(
    _ old: [Vendor], with new: [Vendor]
  ) -> (added: [Vendor], retired: [Vendor], both: [VendorChange]) {
    var (added, retired, both): ([Vendor], [Vendor], [VendorChange]) = ([], [], [])
    var next = 0
    for (position, vendor) in new.enumerated() {
      while next < old.count, old[next].slug < vendor.slug {
        retired.append(old[next])
        next += 1
      }
      if next < old.count, old[next].slug == vendor.slug {
        both.append(VendorChange(from: old[next], to: vendor, positions: (next, position)))
        next += 1
      } else {
        added.append(vendor)
      }
    }
    return (added, retired + old[next...], both)
  }
}
