package import Comparing

extension SitePlan {
  /// The files for machines, which no reader counts as pages.
  package var documents: [Page] {
    let vendors = edition.categoryPositions.flatMap { edition.vendorPositions(of: $0) }
      .map { Document.vendorFeed($0) }
    let parts = sitemapParts.count > 1 ? sitemapParts.indices.map { Document.sitemapPart($0) } : []
    return ([.atomFeed, .jsonFeed, .sitemap, .robots] + vendors + parts).map { .document($0) }
  }

  func path(of document: Document) -> String {
    switch document {
    case .atomFeed: "/feed.xml"
    case .jsonFeed: "/feed.json"
    case .vendorFeed(let vendor): path(of: .vendor(vendor)) + "feed.xml"
    case .sitemap: "/sitemap.xml"
    case .sitemapPart(let index): "/sitemap-\(index + 1).xml"
    case .robots: "/robots.txt"
    }
  }

  /// What each part of the sitemap is about: at most as many pages as a file may have, or one vendor's. Which pairs
  /// are indexed is found when a part is made, so that planning stays linear in the vendors.
  package var sitemapParts: [SitemapPart] {
    var parts = [SitemapPart()]
    var count = 0
    func begin(with more: Int) {
      if count > 0, count + more > maxAddresses {
        parts.append(SitemapPart())
        count = 0
      }
      count += more
    }
    for page in singlePages where page.isListed {
      begin(with: 1)
      parts[parts.count - 1].pages.append(page)
    }
    for left in edition.categoryPositions.flatMap({ edition.vendorPositions(of: $0) }) {
      let pairs = comparisonCount(ofLeft: left)
      if pairs == 0 { continue }
      begin(with: pairs)
      parts[parts.count - 1].lefts.append(left)
    }
    return parts
  }
}

/// Pages that exist once, and left-hand vendors with all their comparisons.
package struct SitemapPart: Sendable {
  package fileprivate(set) var pages: [Page] = []
  package fileprivate(set) var lefts: [VendorPosition] = []
}

extension Page {
  /// Whether search engines may be told of it; of a comparison its values decide.
  fileprivate var isListed: Bool {
    switch self {
    case .notFound, .archive, .retired, .lastReport, .moved, .document: false
    default: true
    }
  }
}
