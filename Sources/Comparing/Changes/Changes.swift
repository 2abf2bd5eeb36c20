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
    let successors = Successors(of: to.library, until: to.week)
    categories = zip(from.categories, to.categories).map {
      CategoryChanges(
        from: $0, to: $1, weeks: (from.week, to.week), articles: articles, successors)
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
  /// Vendors whose name or slug changed, sorted by the slug that they have now.
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
    articles: PairArticles, _ successors: Successors
  ) {
    category = to.category
    let vendors = VendorChange.matching(from.vendors, with: to.vendors, successors)
    let pairs = vendors.both
    added = vendors.added
    retired = vendors.retired
    renamed = pairs.filter(\.isRenamed)
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

  /// Whether the vendor has another slug now: a report retired it and named its successor.
  package var isMovedOn: Bool { from.slug != to.slug }

  var isRenamed: Bool { isMovedOn || from.report.name != to.report.name }

  /// Whether the values may differ. A report that is in force in both weeks has equal values.
  var hasNewReport: Bool { from.report !== to.report }

  /// Whether the rank of a value changed.
  var isMoved: Bool { hasNewReport && !from.ranksEqual(to) }

  /// Matches the vendors of two lists that are sorted by slug. The results are sorted by slug too.
  ///
  /// A new vendor that took the place of one that retired is the same vendor. If it took the place
  /// of several, none of them goes on as it was, so they count as retired.
  static func matching(
    _ old: [Vendor], with new: [Vendor], _ successors: Successors
  ) -> (added: [Vendor], retired: [Vendor], both: [VendorChange]) {
    var (come, gone, both): ([Int], [Int], [VendorChange]) = ([], [], [])
    var next = 0
    for (position, vendor) in new.enumerated() {
      while next < old.count, old[next].slug < vendor.slug {
        gone.append(next)
        next += 1
      }
      if next < old.count, old[next].slug == vendor.slug {
        both.append(VendorChange(from: old[next], to: vendor, positions: (next, position)))
        next += 1
      } else {
        come.append(position)
      }
    }
    gone += next..<old.count
    let heirs = Dictionary(grouping: gone.filter { successors[old[$0].slug] != nil }) {
      successors[old[$0].slug]
    }
    var moved: Set<Int> = []
    for position in come {
      guard let before = heirs[new[position].slug], let only = before.first, before.count == 1
      else { continue }
      both.append(VendorChange(from: old[only], to: new[position], positions: (only, position)))
      moved.insert(only)
    }
    if moved.isEmpty { return (come.map { new[$0] }, gone.map { old[$0] }, both) }
    both.sort { $0.positions.to < $1.positions.to }
    let known = Set(both.map(\.positions.to))
    return (
      come.filter { !known.contains($0) }.map { new[$0] },
      gone.filter { !moved.contains($0) }.map { old[$0] }, both
    )
  }
}
