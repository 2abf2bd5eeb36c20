import Comparing
import Content
import Hashing
import Pairing
import Planning

extension Sitemap {
  /// Changes whenever a part does, without its lines: it is made of what they are put together from.
  func fingerprint(of part: SitemapPart) -> Fingerprint {
    Fingerprint { input in
      for page in part.pages {
        input.add(plan.canonical(of: page))
        input.add(lastChange(of: page)?.text ?? "")
      }
      for category in Set(part.rows.map(\.category)).sorted() {
        syndicator.sitemapLines(ofCategory: category).add(to: &input)
      }
      for row in part.rows { add(row, to: &input) }
    }
  }

  private func add(_ row: SitemapPart.Row, to input: inout FingerprintInput) {
    let pairs = syndicator.pairings.renderer(ofCategory: row.category)
    let summaries = pairs.summaries
    let rights = plan.rights(ofLeft: row.left, inCategory: row.category)
    input.add(row.category)
    input.add(row.left)
    input.add(rights.map { pairs.isIndexed(row.left, $0, among: summaries) ? 1 : 0 })
    let isListed = plan.edition.categories[row.category].category.pairs == .listed
    for right in rights {
      if isListed { input.add(right) }
      if let date = pairs.articleDate(row.left, right) {
        input.add(right)
        input.add(date.text)
      }
    }
  }
}

extension SitemapLines {
  fileprivate func add(to input: inout FingerprintInput) {
    for part in [start, middle, dateStart, end] { input.add(part) }
    input.add(isRightFirst ? 1 : 0)
    for vendor in vendors {
      input.add(vendor.slug)
      input.add(vendor.dateEnd)
    }
  }
}
