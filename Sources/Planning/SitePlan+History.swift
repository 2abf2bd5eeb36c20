import Comparing
package import Content

extension SitePlan {
  /// The earlier reports of a category's vendors, each at a page of its own.
  func archive(ofCategory category: Int) -> [Page] {
    edition.categories[category].vendors.indices.flatMap { vendor in
      archive(of: vendor, inCategory: category)
    }
  }

  /// The earlier reports of a vendor that were in force, oldest first.
  package func archive(of vendor: Int, inCategory category: Int) -> [Page] {
    let reports = edition.categories[category].vendors[vendor].reports(until: edition.week)
    return reports.indices.dropLast().filter { !reports[$0].retired }.map {
      .archive(category: category, vendor: vendor, report: $0)
    }
  }

  /// What changed, week by week from the second on, and what was corrected.
  var historyPages: [Page] {
    [.changes] + weeks.indices.dropFirst().map { .week($0) } + [.corrections]
  }

  /// The page of a vendor, or nil when it has no report in force.
  package func page(ofVendor slug: Slug) -> Page? {
    position(of: slug).map { .vendor(category: $0.category, vendor: $0.vendor) }
  }

  /// The page of a pair, or nil when it has none.
  package func page(ofPair left: Slug, _ right: Slug) -> Page? {
    guard let a = position(of: left), let b = position(of: right), a.category == b.category else {
      return nil
    }
    return comparison(of: a.vendor, and: b.vendor, inCategory: a.category)
  }

  /// Vendors stand in order of their slugs, so that each is found by halving.
  private func position(of slug: Slug) -> (category: Int, vendor: Int)? {
    for (category, entry) in edition.categories.enumerated() {
      var (low, high) = (0, entry.vendors.count)
      while low < high {
        let middle = (low + high) / 2
        if entry.vendors[middle].slug < slug { low = middle + 1 } else { high = middle }
      }
      if low < entry.vendors.count, entry.vendors[low].slug == slug { return (category, low) }
    }
    return nil
  }
}
