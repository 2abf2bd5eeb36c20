import Comparing
import Content
import Diagnosing
import Hashing
import Planning

extension SiteRenderer {
  /// Appends a file for machines.
  func write(_ document: Document, into output: inout [UInt8]) {
    switch document {
    case .atomFeed: output += Feed(of: self, at: document).atom
    case .jsonFeed: output += Feed(of: self, at: document).json
    case .vendorFeed(let category, let vendor):
      let page = Page.vendor(category: category, vendor: vendor)
      let entry = plan.edition.categories[category].vendors[vendor]
      output += Feed(of: entry, page: page, at: document, words).atom
    case .sitemap:
      let parts = plan.sitemapParts
      let sitemap = Sitemap(renderer: self)
      if parts.count > 1 {
        output += sitemap.index(of: parts)
      } else {
        sitemap.write(parts[0], into: &output)
      }
    case .sitemapPart(let index):
      Sitemap(renderer: self).write(plan.sitemapParts[index], into: &output)
    case .robots: output += robots
    }
  }

  /// Changes whenever the file does.
  func fingerprint(of document: Document) -> Fingerprint {
    switch document {
    case .sitemapPart(let index):
      return Sitemap(renderer: self).fingerprint(of: plan.sitemapParts[index])
    case .sitemap where plan.sitemapParts.count == 1:
      return Sitemap(renderer: self).fingerprint(of: plan.sitemapParts[0])
    case .vendorFeed(let category, let vendor):
      return sourceFingerprint(ofVendor: vendor, inCategory: category)
    case .atomFeed, .jsonFeed: return inputs
    case .robots, .sitemap:
      var bytes: [UInt8] = []
      write(document, into: &bytes)
      return Fingerprint(of: bytes)
    }
  }

  /// Changes with the site, the rubric, the vendor's reports, and where links in them lead: what files
  /// for machines about a vendor are made from.
  func sourceFingerprint(ofVendor vendor: Int, inCategory category: Int) -> Fingerprint {
    let entry = plan.edition.categories[category]
    let vendor = entry.vendors[vendor]
    return Fingerprint { input in
      input.add(siteFingerprint)
      input.add(words.linkFingerprint)
      input.add(plan.base.origin)
      input.add(plan.edition.week.text)
      input.add(Fingerprint(of: plan.edition.library.site.file.bytes))
      input.add(Fingerprint(of: entry.category.file.bytes))
      input.add(vendor.isStale ? 1 : 0)
      for report in vendor.history.reports {
        input.add(report.file.path)
        input.add(Fingerprint(of: report.file.bytes))
      }
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
