import Comparing
import Content
import Pairing
import Planning
import Presenting

/// The addresses for search engines, with the date of the last change (S-05, S-06).
struct Sitemap {
  let syndicator: Syndicator

  var plan: SitePlan { syndicator.plan }

  /// Appends a shard as a complete file.
  func write(_ shard: SitemapShard, into output: inout [UInt8]) {
    output +=
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

      """.utf8
    for page in shard.pages { add(page, changed: lastChange(of: page), to: &output) }
    for left in shard.lefts { add(left, to: &output) }
    output += "</urlset>\n".utf8
  }

  /// Returns an index of the shards that list an address.
  func index(of shards: [SitemapShard]) -> [UInt8] {
    let lines = shards.indices.filter { !isEmpty(shards[$0]) }.map { index in
      let address = plan.canonical(of: .document(.sitemapShard(index)))
      return "<sitemap><loc>\(xmlText(address))</loc></sitemap>\n"
    }
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      \(lines.joined())</sitemapindex>

      """.utf8)
  }

  private func isEmpty(_ shard: SitemapShard) -> Bool {
    if !shard.pages.isEmpty { return false }
    return !shard.lefts.contains { left in
      let pairs = syndicator.pairings.renderer(ofCategory: left.category)
      let summaries = pairs.summaries
      return plan.rights(ofLeft: left).contains {
        pairs.isIndexed(left.index, $0, among: summaries)
      }
    }
  }

  private func add(_ page: Page, changed date: CalendarDate?, to output: inout [UInt8]) {
    let change = date.map { "<lastmod>\($0.text)</lastmod>" } ?? ""
    output += "<url><loc>\(xmlText(plan.canonical(of: page)))</loc>\(change)</url>\n".utf8
  }

  /// Appends the comparisons of a left-hand vendor that may be indexed (S-04). There are as many
  /// lines as pairs, so each line is assembled from parts that the vendor's lines share.
  private func add(_ position: VendorPosition, to output: inout [UInt8]) {
    let pairs = syndicator.pairings.renderer(ofCategory: position.category)
    let summaries = pairs.summaries
    let lines = syndicator.sitemapLines(ofCategory: position.category)
    let vendors = lines.vendors
    let left = vendors[position.index]
    let start = lines.start + (lines.isRightFirst ? [] : left.slug + lines.middle)
    let end = lines.isRightFirst ? lines.middle + left.slug + lines.dateStart : lines.dateStart
    for right in plan.rights(ofLeft: position)
    where pairs.isIndexed(position.index, right, among: summaries) {
      output += start
      output += vendors[right].slug
      output += end
      let newer = left.updated < vendors[right].updated ? right : position.index
      if let article = pairs.articleDate(position.index, right), vendors[newer].updated < article {
        output += article.text.utf8
        output += lines.end
      } else {
        output += vendors[newer].dateEnd
      }
    }
  }

  /// Returns the date of the last change to a page's data; nil if the content gives none.
  func lastChange(of page: Page) -> CalendarDate? {
    let library = plan.edition.library
    switch page {
    case .vendor(let vendor): return plan.edition[vendor].report.updated
    case .alternatives(let vendor):
      let shown = syndicator.model.category(vendor.category).alternatives(to: vendor.index)
      return ([vendor.index] + shown)
        .map { plan.edition[VendorPosition(vendor.category, $0)].report.updated }.max()
    case .category(let category), .ranking(let category, _):
      return syndicator.sitemapLines(ofCategory: category).lastChange
    case .comparisons(let vendor):
      return syndicator.sitemapLines(ofCategory: vendor.category).lastChange
    case .home, .changes:
      return reports.map(\.updated).max()
    case .week(let index):
      return reports.filter { $0.week == plan.weeks[index] }.map(\.updated).max()
    case .corrections: return library.corrections.map(\.date).max()
    case .methodology, .picker, .search, .author, .standalone, .notFound, .archive, .retired,
      .lastReport, .moved, .comparison, .document:
      return nil
    }
  }

  private var reports: [Report] {
    plan.edition.library.vendors.flatMap(\.reports).filter { $0.week <= plan.edition.week }
  }
}

/// The parts of the lines of a category's comparisons, as bytes.
struct SitemapLines: Sendable {
  struct Vendor: Sendable {
    let slug: [UInt8]
    let updated: CalendarDate
    /// The date as text, followed by the end of the line.
    let dateEnd: [UInt8]
  }

  let vendors: [Vendor]
  /// The date of the newest report.
  let lastChange: CalendarDate?
  let isRightFirst: Bool
  /// The text around the two slugs and the date.
  let start: [UInt8]
  let middle: [UInt8]
  let dateStart: [UInt8]
  let end: [UInt8]

  init(_ plan: SitePlan, category: CategoryPosition) {
    let end = "</lastmod></url>\n"
    self.end = Array(end.utf8)
    vendors = plan.edition[category].vendors.map {
      Vendor(
        slug: Array($0.slug.text.utf8), updated: $0.report.updated,
        dateEnd: Array(($0.report.updated.text + end).utf8))
    }
    lastChange = vendors.map(\.updated).max()
    let pattern = plan.comparisonAddress
    isRightFirst = pattern.isRightFirst
    // Neither a pattern nor a slug contains characters that need escaping in XML.
    let origin = xmlText(plan.base.origin + plan.base.path.dropLast())
    start = Array("<url><loc>\(origin)\(pattern.before)".utf8)
    middle = Array(pattern.between.utf8)
    dateStart = Array("\(pattern.after)</loc><lastmod>".utf8)
  }
}
