import Comparing
import Content
import Hashing
import Pairing
import Planning

extension Sitemap {
  /// Returns the fingerprint of the data that a shard's lines are made from, without making the
  /// lines.
  func fingerprint(of shard: SitemapShard) -> Fingerprint {
    Fingerprint { input in
      for page in shard.pages {
        input.add(plan.canonical(of: page))
        input.add(lastChange(of: page)?.text ?? "")
      }
      for category in Set(shard.lefts.map(\.category)).sorted() {
        // A pair's right-hand vendor follows the left-hand one.
        let first = shard.lefts.filter { $0.category == category }.map(\.index).min() ?? 0
        syndicator.sitemapLines(ofCategory: category).add(from: first, to: &input)
      }
      for left in shard.lefts { add(left, to: &input) }
    }
  }

  private func add(_ left: VendorPosition, to input: inout FingerprintInput) {
    let pairs = syndicator.pairings.renderer(ofCategory: left.category)
    let summaries = pairs.summaries
    let rights = plan.rights(ofLeft: left)
    input.add(left.category.index)
    input.add(left.index)
    input.add(rights.map { pairs.isIndexed(left.index, $0, among: summaries) ? 1 : 0 })
    let isListed = plan.edition[left.category].category.pairs == .listed
    for right in rights {
      if isListed { input.add(right) }
      if let date = pairs.articleDate(left.index, right) {
        input.add(right)
        input.add(date.text)
      }
    }
  }
}

extension SitemapLines {
  /// - Parameter first: the first vendor that the lines name.
  fileprivate func add(from first: Int, to input: inout FingerprintInput) {
    for part in [start, middle, dateStart, end] { input.add(part) }
    input.add(isRightFirst ? 1 : 0)
    for vendor in vendors.dropFirst(first) {
      input.add(vendor.slug)
      input.add(vendor.dateEnd)
    }
  }
}
