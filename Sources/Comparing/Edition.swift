package import Content

/// The site as of one week: for each category, the vendors and their reports in force.
///
/// Input is a valid `Library` and a week; output is what every page of that week is made from. The
/// edition is a pure function of the two. Vendors are sorted by slug, in byte order.
package struct Edition: Sendable {
  package let library: Library
  package let week: Week
  package let categories: [EditionCategory]
  /// The position of each vendor, by slug.
  private let positions: [String: VendorPosition]
  /// The names that more than one vendor has.
  private let sharedNames: Set<String>

  /// Returns the newest week of any report; nil when there are no reports. The clock is never read.
  package static func newestWeek(in library: Library) -> Week? {
    library.vendors.flatMap(\.reports).map(\.week).max()
  }

  /// Creates the edition of a week.
  ///
  /// - Parameter previous: an edition whose vendors are reused where they would be equal.
  package init(library: Library, week: Week, reusing previous: Edition? = nil) {
    self.library = library
    self.week = week
    categories = library.categories.map { category in
      let reusable = previous?.vendors(of: category, week, library.site) ?? [:]
      return EditionCategory(
        category: category,
        vendors: library.vendors.filter { $0.category == category.slug }.compactMap { history in
          if let vendor = reusable[history.slug], vendor.hasReports(of: history) { return vendor }
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
    var seen: Set<String> = []
    sharedNames = Set(
      categories.flatMap(\.vendors).map(\.report.name).filter { !seen.insert($0).inserted })
  }

  /// The name by which readers know a report's vendor, followed by its slug where another vendor
  /// has the same name.
  package func name(of report: Report) -> String {
    sharedNames.contains(report.name) ? "\(report.name) (\(report.slug.text))" : report.name
  }

  package func name(of vendor: Vendor) -> String { name(of: vendor.report) }

  /// Returns the position of a vendor that has a report in force; nil for any other slug.
  package func position(of slug: String) -> VendorPosition? { positions[slug] }

  /// Returns the reusable vendors of a category, by slug; empty when the week or the site's
  /// `staleAfterWeeks` differs.
  private func vendors(of category: Category, _ week: Week, _ site: Site) -> [Slug: Vendor] {
    guard week == self.week, site.staleAfterWeeks == library.site.staleAfterWeeks,
      let entry = categories.first(where: { $0.category.slug == category.slug })
    else { return [:] }
    return Dictionary(uniqueKeysWithValues: entry.vendors.map { ($0.slug, $0) })
  }

  /// Returns a vendor that has a report in force, with its category; nil for any other slug.
  package func find(_ slug: String) -> (category: EditionCategory, vendor: Vendor)? {
    position(of: slug).map { (self[$0.category], self[$0]) }
  }
}

/// A category with the vendors that are compared in it this week, sorted by slug.
package struct EditionCategory: Sendable {
  package let category: Category
  package let vendors: [Vendor]
  /// The changes of the rubric that are known from frozen weeks, oldest first.
  package let rubricChanges: [RubricChange]
}
