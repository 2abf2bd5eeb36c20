package import Reading

/// The site as of one week: for each category the vendors and the reports in force.
///
/// Goes in: a valid `Library` and a week. Comes out: what every page of that week is made from.
/// It is a pure function of the two; vendors stand in byte order of their slugs.
package struct Edition: Sendable {
  package let library: Library
  package let week: Week
  package let categories: [EditionCategory]

  /// The newest week of any report, or nil when there is none; the clock is never read.
  package static func newestWeek(in library: Library) -> Week? {
    library.vendors.flatMap(\.reports).map(\.week).max()
  }

  package init(library: Library, week: Week) {
    self.library = library
    self.week = week
    categories = library.categories.map { category in
      EditionCategory(
        category: category,
        vendors: library.vendors.filter { $0.category == category.slug }.compactMap {
          Vendor(history: $0, category: category, week: week, site: library.site)
        }, rubricChanges: RubricChange.all(of: category, in: library, until: week))
    }
  }

  /// A vendor that has a report in force, with its category; nil for any other slug.
  package func find(_ slug: String) -> (category: EditionCategory, vendor: Vendor)? {
    for category in categories {
      if let vendor = category.vendors.first(where: { $0.slug.text == slug }) {
        return (category, vendor)
      }
    }
    return nil
  }
}

/// A category with the vendors that are compared in it this week, by slug.
package struct EditionCategory: Sendable {
  package let category: Category
  package let vendors: [Vendor]
  /// How its rubric came to be what it is, as far as frozen weeks tell; oldest first.
  package let rubricChanges: [RubricChange]
}
