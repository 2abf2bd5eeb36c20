package import Content

/// The site as of one week: for each category the vendors and the reports in force.
///
/// Goes in: a valid `Library` and a week. Comes out: what every page of that week is made from.
/// It is a pure function of the two; vendors stand in byte order of their slugs.
package struct Edition: Sendable {
  package let library: Library
  package let week: Week
  package let categories: [EditionCategory]
  /// Where each vendor stands, by its slug.
  private let positions: [String: VendorPosition]

  /// The newest week of any report, or nil when there is none; the clock is never read.
  package static func newestWeek(in library: Library) -> Week? {
    library.vendors.flatMap(\.reports).map(\.week).max()
  }

  /// - Parameter known: an edition whose vendors are taken over where they come out the same.
  package init(library: Library, week: Week, reusing known: Edition? = nil) {
    self.library = library
    self.week = week
    categories = library.categories.map { category in
      let known = known?.vendors(of: category, week, library.site) ?? [:]
      return EditionCategory(
        category: category,
        vendors: library.vendors.filter { $0.category == category.slug }.compactMap { history in
          if let vendor = known[history.slug], vendor.hasReports(of: history) { return vendor }
          return Vendor(history: history, category: category, week: week, site: library.site)
        }, rubricChanges: RubricChange.all(of: category, in: library, until: week))
    }
    var positions: [String: VendorPosition] = [:]
    for (category, entry) in categories.enumerated() {
      for (index, vendor) in entry.vendors.enumerated() {
        positions[vendor.slug.text] = VendorPosition(CategoryPosition(category), index)
      }
    }
    self.positions = positions
  }

  /// Where a vendor stands that has a report in force; nil for any other slug.
  package func position(of slug: String) -> VendorPosition? { positions[slug] }

  /// By slug; none when the week or the site is another. With another rubric all reports are.
  private func vendors(of category: Category, _ week: Week, _ site: Site) -> [Slug: Vendor] {
    guard week == self.week, site.staleAfterWeeks == library.site.staleAfterWeeks,
      let entry = categories.first(where: { $0.category.slug == category.slug })
    else { return [:] }
    return Dictionary(uniqueKeysWithValues: entry.vendors.map { ($0.slug, $0) })
  }

  /// A vendor that has a report in force, with its category; nil for any other slug.
  package func find(_ slug: String) -> (category: EditionCategory, vendor: Vendor)? {
    position(of: slug).map { (self[$0.category], self[$0]) }
  }
}

/// A category with the vendors that are compared in it this week, by slug.
package struct EditionCategory: Sendable {
  package let category: Category
  package let vendors: [Vendor]
  /// How its rubric came to be what it is, as far as frozen weeks tell; oldest first.
  package let rubricChanges: [RubricChange]
}
