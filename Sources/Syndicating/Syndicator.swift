package import Comparing
import Compressing
import Content
import Drawing
package import Hashing
package import Pairing
package import Planning
package import Presenting
import System

/// Writes the machine-readable files: feeds, sitemaps, `robots.txt` and open data.
///
/// Input: the values that pages of a site and its pairs share. Output: the bytes of any one file,
/// and a fingerprint of them.
package struct Syndicator: Sendable {
  let model: SiteModel
  let pairings: Pairings
  /// The parts of sitemap lines, by category.
  private let lines: LazyArray<SitemapLines>

  /// Stands for a picture that cannot be drawn.
  private let substitute: [UInt8]

  /// - Parameter substitute: a picture of 1200×630 for shared pages.
  package init(_ model: SiteModel, _ pairings: Pairings, substitute: [UInt8]) {
    self.substitute = substitute
    self.model = model
    self.pairings = pairings
    lines = LazyArray(count: model.plan.edition.categories.count)
  }

  var context: PageContext { model.context }
  var plan: SitePlan { model.plan }

  /// Appends a file to a buffer.
  package func write(_ document: Document, into output: inout [UInt8]) {
    switch document {
    case .atomFeed: output += Feed(ofSite: context, at: document).atom
    case .jsonFeed: output += Feed(ofSite: context, at: document).json
    case .vendorFeed(let vendor):
      output +=
        Feed(of: plan.edition[vendor], page: .vendor(vendor), at: document, context).atom
    case .retiredFeed(let index):
      output += Feed(ofRetired: plan.retired[index], at: document, context).atom
    case .sitemap:
      let shards = plan.sitemapShards
      let sitemap = Sitemap(syndicator: self)
      if shards.count > 1 {
        output += sitemap.index(of: shards)
      } else {
        sitemap.write(shards[0], into: &output)
      }
    case .sitemapShard(let index):
      var lines: [UInt8] = []
      Sitemap(syndicator: self).write(plan.sitemapShards[index], into: &lines)
      output += Gzip.bytes(lines)
    case .robots: output += robots
    case .badge(let vendor):
      let category = plan.edition[vendor.category].category
      output += Badge(plan.edition[vendor], in: category, context)
        .svg(language: plan.edition.library.site.language)
    case .table(let category, let format):
      let table = CategoryTable(category, context)
      switch format {
      case .csv: output += table.csv
      case .json: output += table.json
      case .schema: output += table.schema
      }
    case .socialImage(let image):
      let card = card(image).svg
      let drawn = PNGDrawing.png(ofSVG: card, width: SocialCard.width, height: SocialCard.height)
      output += drawn ?? substitute
    case .hostFile(let file): output += HostFileText(plan).text(of: file).utf8
    case .markdown, .llms: preconditionFailure("a renderer makes files of text")
    case .schema(let schema): output += schema.file(at: plan.canonical(of: .document(document)))
    }
  }

  /// Returns the fingerprint of a file's sources.
  package func fingerprint(of document: Document) -> Fingerprint {
    switch document {
    case .sitemapShard(let index):
      return Sitemap(syndicator: self).fingerprint(of: plan.sitemapShards[index])
    case .sitemap where plan.sitemapShards.count == 1:
      return Sitemap(syndicator: self).fingerprint(of: plan.sitemapShards[0])
    case .vendorFeed(let vendor), .badge(let vendor): return model.sourceFingerprint(of: vendor)
    case .atomFeed, .jsonFeed, .table, .retiredFeed: return model.inputs
    case .socialImage(let image): return Fingerprint(of: card(image).svg)
    case .markdown, .llms: preconditionFailure("a renderer makes files of text")
    case .robots, .sitemap, .schema, .hostFile:
      var bytes: [UInt8] = []
      write(document, into: &bytes)
      return Fingerprint(of: bytes)
    }
  }

  func sitemapLines(ofCategory category: CategoryPosition) -> SitemapLines {
    lines.value(category.index) { SitemapLines(plan, category: category) }
  }

  private func card(_ image: SocialImage) -> SocialCard {
    guard case .pair(let pair) = image else {
      return SocialCard(image, article: nil, context)
    }
    let pairs = pairings.occasionalRenderer(ofCategory: pair.category)
    return SocialCard(image, article: pairs.article(pair.left, pair.right), context)
  }

  /// The rules for crawlers (S-14).
  private var robots: [UInt8] {
    let sitemap = plan.canonical(of: .document(.sitemap))
    return Array("User-agent: *\nAllow: /\n\nSitemap: \(sitemap)\n".utf8)
  }

  // MARK: Open data

  /// The list of vendors, for the picker and the 404 page.
  package var vendorIndex: [UInt8] { VendorIndex(plan).json }

  /// Returns the data file that is left of a retired vendor.
  package func data(of vendor: RetiredVendor) -> [UInt8] {
    RetiredVendorData(vendor, context: context).json
  }

  /// Returns a vendor's data file.
  package func data(of vendor: VendorPosition) -> [UInt8] {
    VendorData(
      plan.edition[vendor], in: plan.edition[vendor.category].category, page: .vendor(vendor),
      context: context
    ).json
  }
}
