package import Comparing
import Content

extension SitePlan {
  /// The machine-readable files, which do not count as pages.
  package var documents: [Page] {
    let vendors = edition.categoryPositions.flatMap { edition.vendorPositions(of: $0) }
    let feeds = vendors.map { Document.vendorFeed($0) }
    let badges = edition.library.site.badges ? vendors.map { Document.badge($0) } : []
    let tables = edition.categoryPositions.flatMap { category in
      TableFormat.allCases.map { Document.table(category, $0) }
    }
    let schemas = DataSchema.allCases.map { Document.schema($0) }
    let images =
      vendors.filter { hasSocialImage($0) }.map { SocialImage.vendor($0) }
      + pairsWithImage.map { SocialImage.pair($0) }
    let shards =
      sitemapShards.count > 1 ? sitemapShards.indices.map { Document.sitemapShard($0) } : []
    return
      ([.atomFeed, .jsonFeed, .sitemap, .robots] + feeds + badges + tables + schemas + retiredFeeds
      + shards + images.map { .socialImage($0) } + hostFiles.map { .hostFile($0) } + twins)
      .map { .document($0) }
  }

  /// The feeds of retired vendors, which tell subscribers that the vendor was retired (S-20).
  private var retiredFeeds: [Document] {
    let taken = Set(redirects.map(\.from))
    return retired.indices.map { Document.retiredFeed($0) }.filter { !taken.contains(path(of: $0)) }
  }

  func path(of document: Document) -> String {
    switch document {
    case .markdown(let page): twinPath(of: path(of: page))
    case .llms: "/llms.txt"
    case .atomFeed: "/feed.xml"
    case .jsonFeed: "/feed.json"
    case .vendorFeed(let vendor): path(of: .vendor(vendor)) + "feed.xml"
    case .retiredFeed(let index): path(ofVendor: retired[index].slug) + "feed.xml"
    case .sitemap: "/sitemap.xml"
    case .sitemapShard(let index): "/sitemap-\(index + 1).xml.gz"
    case .robots: "/robots.txt"
    case .badge(let vendor): "/badges/\(edition[vendor].slug.text).svg"
    case .table(let category, let format):
      "/data/\(edition[category].category.slug.text).\(format.rawValue)"
    case .socialImage(.vendor(let vendor)): "/social/\(edition[vendor].slug.text).png"
    case .socialImage(.pair(let pair)):
      "/social/\(SlugPair.name(slug(pair.leftVendor), slug(pair.rightVendor))).png"
    case .schema(let schema): "/api/v1/\(schema.rawValue).schema.json"
    case .hostFile(let file): "/" + file.rawValue
    }
  }

  private func slug(_ vendor: VendorPosition) -> String { edition[vendor].slug.text }

  // MARK: Pictures of shared pages

  /// The most pairs that have a picture of their own: each takes as long as a thousand pages.
  package static let maxPairImages = 10_000

  /// Whether pages about a vendor are shared with a picture of their own.
  package func hasSocialImage(_ vendor: VendorPosition) -> Bool {
    switch edition.library.site.socialImages {
    case .vendors?, .pairs?: true
    case Site.SocialImages.none?, nil: false
    }
  }

  /// Whether pictures have to be drawn.
  package var hasSocialImages: Bool {
    edition.categoryPositions.flatMap { edition.vendorPositions(of: $0) }.contains {
      hasSocialImage($0)
    }
  }

  /// Whether comparisons are shared with a picture of their own.
  package var hasPairImages: Bool { edition.library.site.socialImages == .pairs }

  /// Few, because `maxPairImages` bounds them.
  private var pairsWithImage: [PairPosition] {
    guard hasPairImages, comparisonCount <= Self.maxPairImages else { return [] }
    return allPairs
  }

  /// All pairs that have a page, for small sites.
  var allPairs: [PairPosition] {
    edition.categoryPositions.flatMap { edition.vendorPositions(of: $0) }.flatMap { left in
      rights(ofLeft: left).map { PairPosition(left.category, left: left.index, right: $0) }
    }
  }

  /// The shards of the sitemap. Each holds as many pages as a shard may list, or the comparisons of
  /// one vendor. Which pairs are indexed is decided when a shard is rendered, so that planning
  /// stays linear in the vendors.
  package var sitemapShards: [SitemapShard] {
    var shards = [SitemapShard()]
    var count = 0
    func begin(with more: Int) {
      if count > 0, count + more > maxAddresses {
        shards.append(SitemapShard())
        count = 0
      }
      count += more
    }
    for page in singlePages where page.isListed {
      begin(with: 1)
      shards[shards.count - 1].pages.append(page)
    }
    for left in edition.categoryPositions.flatMap({ edition.vendorPositions(of: $0) }) {
      let pairs = comparisonCount(ofLeft: left)
      if pairs == 0 { continue }
      begin(with: pairs)
      shards[shards.count - 1].lefts.append(left)
    }
    return shards
  }
}

/// A shard of the sitemap: pages that exist once, and left vendors with all their comparisons.
package struct SitemapShard: Sendable {
  package fileprivate(set) var pages: [Page] = []
  package fileprivate(set) var lefts: [VendorPosition] = []
}

extension Page {
  /// Whether the sitemap may list the page. For a comparison, its values decide.
  fileprivate var isListed: Bool {
    switch self {
    case .notFound, .search, .archive, .retired, .lastReport, .moved, .document: false
    default: true
    }
  }
}
