package import Comparing
package import Content

extension SitePlan {
  /// Returns the pages of a vendor's earlier reports that were once in force, oldest first.
  package func archive(of vendor: VendorPosition) -> [Page] {
    let reports = edition[vendor].reports(until: edition.week)
    return reports.indices.dropLast().filter { !reports[$0].retired }.map {
      .archive(vendor, report: $0)
    }
  }

  /// The pages about changes: one for each week from the second on, and the corrections log.
  var historyPages: [Page] {
    [.changes] + weeks.indices.dropFirst().map { .week($0) } + [.corrections]
  }

  /// Returns the page of a vendor; nil when the vendor has no report in force.
  package func page(ofVendor slug: Slug) -> Page? {
    edition.position(of: slug.text).map { .vendor($0) }
  }

  /// Returns the page of a pair; nil when the pair has none.
  package func page(ofPair left: Slug, _ right: Slug) -> Page? {
    guard let a = edition.position(of: left.text), let b = edition.position(of: right.text) else {
      return nil
    }
    return comparison(of: a, and: b)
  }
}
