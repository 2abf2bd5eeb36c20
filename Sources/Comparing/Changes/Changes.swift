package import Content

/// What changed between two weeks.
///
/// Goes in: two editions of one library. Comes out: what moved, in order of weight. Only what moved
/// is computed: a winner can flip only where the values of one of the two vendors changed, so the
/// work grows with the changed vendors times all, not with all pairs.
package struct Changes: Sendable {
  package let from: Week
  package let to: Week
  /// One a category of the library, in its order.
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

/// What changed in one category.
package struct CategoryChanges: Sendable {
  package let category: Category
  /// By slug: those with a report in force in the later week only.
  package let added: [Vendor]
  /// By slug, as they were in the earlier week.
  package let retired: [Vendor]
  /// By slug.
  package let renamed: [VendorChange]
  /// By slug.
  package let tiers: [VendorChange]
  /// The headline first, then what moved most leads.
  package let values: [ValueChange]
  /// From one vendor to the other first, then winners gained and lost; by slugs.
  package let winners: [WinnerChange]
  /// What frozen weeks tell of the rubric; oldest first.
  package let rubric: [RubricChange]
  /// In page order: criteria of which reports in force have values in the later week only, and in
  /// the earlier only.
  package let begun: [CriterionIndex]
  package let ended: [CriterionIndex]

  /// - Parameter weeks: those of the two; the later one may not be before the earlier.
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

/// One vendor in two weeks.
///
/// A class, because a hundred thousand changed winners share a thousand of these.
package final class VendorChange: Sendable {
  package let from: Vendor
  package let to: Vendor
  /// Where the vendor stands among those of each week.
  let positions: (from: Int, to: Int)

  init(from: Vendor, to: Vendor, positions: (from: Int, to: Int)) {
    self.from = from
    self.to = to
    self.positions = positions
  }

  /// The same report in force in both weeks has the same values.
  var hasNewReport: Bool { from.report.week != to.report.week }

  /// Something that ranks is not what it was.
  var isMoved: Bool { hasNewReport && !from.ranksEqual(to) }

  /// Merges two lists that are in order of slugs.
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
