import Comparing
import Hashing
import Planning
import Reading

extension SiteRenderer {
  /// The bytes of a file for machines.
  func bytes(of document: Document) -> [UInt8] {
    switch document {
    case .atomFeed: return Feed(of: self, at: document).atom
    case .jsonFeed: return Feed(of: self, at: document).json
    case .vendorFeed(let category, let vendor):
      let page = Page.vendor(category: category, vendor: vendor)
      let entry = plan.edition.categories[category].vendors[vendor]
      return Feed(of: entry, page: page, at: document, words).atom
    case .sitemap:
      let parts = plan.sitemapParts
      let sitemap = Sitemap(renderer: self)
      return parts.count > 1 ? sitemap.index(of: parts) : sitemap.part(parts[0])
    case .sitemapPart(let index): return Sitemap(renderer: self).part(plan.sitemapParts[index])
    case .robots: return robots
    }
  }

  /// Changes whenever the file does.
  func fingerprint(of document: Document) -> Fingerprint {
    switch document {
    case .sitemap, .sitemapPart:
      cache.sitemapFingerprint.value(0) { Sitemap(renderer: self).fingerprint }
    case .atomFeed, .jsonFeed, .vendorFeed, .robots: Fingerprint(of: bytes(of: document))
    }
  }

  func sitemapLines(inCategory category: Int) -> SitemapLines {
    cache.sitemapLines.value(category) { SitemapLines(plan, category: category) }
  }

  /// S-14
  private var robots: [UInt8] {
    let sitemap = plan.canonical(of: .document(.sitemap))
    return Array("User-agent: *\nAllow: /\n\nSitemap: \(sitemap)\n".utf8)
  }
}
