import Comparing
import Planning
import Reading

/// The addresses that search engines may show, with when their data last changed (S-05, S-06).
struct Sitemap {
  let renderer: SiteRenderer

  private var plan: SitePlan { renderer.plan }

  /// One part, as a whole file.
  func part(_ part: SitemapPart) -> [UInt8] {
    var output = Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

      """.utf8)
    for page in part.pages { add(page, changed: lastChange(of: page), to: &output) }
    for row in part.rows { add(row, to: &output) }
    return output + Array("</urlset>\n".utf8)
  }

  /// Names the parts that hold an address.
  func index(of parts: [SitemapPart]) -> [UInt8] {
    let lines = parts.indices.filter { !isEmpty(parts[$0]) }.map { index in
      let address = plan.canonical(of: .document(.sitemapPart(index)))
      return "<sitemap><loc>\(xmlText(address))</loc></sitemap>\n"
    }
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      \(lines.joined())</sitemapindex>

      """.utf8)
  }

  private func isEmpty(_ part: SitemapPart) -> Bool {
    if !part.pages.isEmpty { return false }
    return !part.rows.contains { row in
      let pairs = renderer.pairs(inCategory: row.category)
      return plan.rights(ofLeft: row.left, inCategory: row.category).contains {
        pairs.isIndexed(row.left, $0)
      }
    }
  }

  private func add(_ page: Page, changed date: CalendarDate?, to output: inout [UInt8]) {
    let change = date.map { "<lastmod>\($0.text)</lastmod>" } ?? ""
    output += "<url><loc>\(xmlText(plan.canonical(of: page)))</loc>\(change)</url>\n".utf8
  }

  /// The comparisons of one left-hand vendor that may be indexed (S-04). There are as many lines as
  /// pairs, so that an address is put together from what its vendors share.
  private func add(_ row: SitemapPart.Row, to output: inout [UInt8]) {
    let vendors = plan.edition.categories[row.category].vendors
    let pairs = renderer.pairs(inCategory: row.category)
    let left = vendors[row.left]
    let address = plan.edition.library.site.paths.comparison.parts
    let origin = Array(xmlText(plan.base.origin + plan.base.path.dropLast()).utf8)
    for right in plan.rights(ofLeft: row.left, inCategory: row.category)
    where pairs.isIndexed(row.left, right) {
      output += "<url><loc>".utf8
      output += origin
      for part in address {
        switch part {
        // A pattern holds nothing that XML would need escaped, and neither does a slug.
        case .literal(let text): output += text.utf8
        case .placeholder("left"): output += left.slug.text.utf8
        case .placeholder: output += vendors[right].slug.text.utf8
        }
      }
      var date = max(left.report.updated, vendors[right].report.updated)
      if let article = pairs.articleDate(row.left, right) { date = max(date, article) }
      output += "</loc><lastmod>".utf8
      output += date.text.utf8
      output += "</lastmod></url>\n".utf8
    }
  }

  /// When a page's data last changed, from the content; nil when it says nothing of it.
  func lastChange(of page: Page) -> CalendarDate? {
    let library = plan.edition.library
    switch page {
    case .vendor(let category, let vendor):
      return plan.edition.categories[category].vendors[vendor].report.updated
    case .category(let category):
      return plan.edition.categories[category].vendors.map(\.report.updated).max()
    case .home, .changes:
      return reports.map(\.updated).max()
    case .week(let index):
      return reports.filter { $0.week == plan.weeks[index] }.map(\.updated).max()
    case .corrections: return library.corrections.map(\.date).max()
    case .methodology, .picker, .author, .free, .notFound, .archive, .comparison, .document:
      return nil
    }
  }

  private var reports: [Report] {
    plan.edition.library.vendors.flatMap(\.reports).filter { $0.week <= plan.edition.week }
  }
}
