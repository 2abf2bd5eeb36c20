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
    for row in part.rows {
      forEachIndexed(row) { page, date in
        add(page, changed: date, to: &output)
        return true
      }
    }
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
      var hasAny = false
      forEachIndexed(row) { _, _ in
        hasAny = true
        return false
      }
      return hasAny
    }
  }

  private func add(_ page: Page, changed date: CalendarDate?, to output: inout [UInt8]) {
    let change = date.map { "<lastmod>\($0.text)</lastmod>" } ?? ""
    output += "<url><loc>\(xmlText(plan.canonical(of: page)))</loc>\(change)</url>\n".utf8
  }

  /// The comparisons of one left-hand vendor that may be indexed (S-04), until the body says no.
  private func forEachIndexed(_ row: SitemapPart.Row, _ body: (Page, CalendarDate) -> Bool) {
    let entry = plan.edition.categories[row.category]
    let pairs = renderer.pairs(inCategory: row.category)
    var scratch = pairs.makeScratch()
    for right in plan.rights(ofLeft: row.left, inCategory: row.category)
    where pairs.isIndexed(row.left, right, scratch: &scratch) {
      let (a, b) = (entry.vendors[row.left].report, entry.vendors[right].report)
      let article = pairs.articleDate(row.left, right)
      let date = [a.updated, b.updated, article].compactMap(\.self).max() ?? a.updated
      let page = Page.comparison(category: row.category, left: row.left, right: right)
      if !body(page, date) { return }
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
