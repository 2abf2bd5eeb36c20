import Comparing
import Content
import Pairing
import Planning
import Rendering

/// The sizes of a large site, from files that are evenly spread over it: the same each time.
extension SiteMeasurer {
  /// The vendors of all categories whose comparisons are looked at, and the comparisons of each.
  private static let (vendorSample, partnerSample) = (128, 16)
  /// The files of a family that are rendered. Parts of the sitemap are long, and alike.
  private static let (fileSample, shardSample) = (16, 4)

  func estimate(_ category: CategoryPosition) -> Sizes {
    let plan = renderer.plan
    let sampleSize = max(4, Self.vendorSample / plan.edition.categories.count)
    let lefts = spread(
      plan.edition.vendorPositions(of: category).filter { plan.comparisonCount(ofLeft: $0) > 0 },
      sampleSize)
    let pairs = renderer.pairs(inCategory: category, jobs: jobs)
    let found = total(lefts.count, with: { pairs.makeScratch() }) { scratch, index, buffer, sizes in
      let left = lefts[index]
      let part = pairs.fragments(ofVendor: left.index)
      var pages = Sizes()
      let rights = spread(plan.rights(ofLeft: left), Self.partnerSample)
      for right in rights {
        buffer.removeAll(keepingCapacity: true)
        pairs.render(
          left.index, right, part, pairs.fragments(ofVendor: right), scratch: &scratch,
          into: &buffer)
        pages.add(buffer.count)
      }
      sizes.add(pages.scaled(from: rights.count, to: plan.comparisonCount(ofLeft: left)))
    }
    let seen = lefts.reduce(0) { $0 + plan.comparisonCount(ofLeft: $1) }
    return found.scaled(from: seen, to: plan.comparisonCount(of: category))
  }

  func estimate(_ files: [SingleFile]) -> Sizes {
    let families = Dictionary(grouping: files, by: \.family)
    return families.reduce(into: Sizes()) { sizes, family in
      let (family, files) = family
      let some = spread(files, family == .sitemapShard ? Self.shardSample : Self.fileSample)
      sizes.add(measure(some).scaled(from: some.count, to: files.count))
    }
  }

  /// Returns the middle ones of equal parts: the first part of a sitemap is unlike the others.
  private func spread<Element>(_ elements: [Element], _ count: Int) -> [Element] {
    guard elements.count > count else { return elements }
    return (0..<count).map { elements[(2 * $0 + 1) * elements.count / (2 * count)] }
  }
}

extension SiteMeasurer.Sizes {
  fileprivate func scaled(from part: Int, to whole: Int) -> SiteMeasurer.Sizes {
    part == 0
      ? self
      : SiteMeasurer.Sizes(
        bytes: Int(Double(bytes) * Double(whole) / Double(part)), largest: largest)
  }
}

extension SingleFile {
  /// Files that are made alike; a sample of them stands for all.
  fileprivate enum Family: Hashable {
    case page(PageFamily)
    case twin(PageFamily)
    case vendorFeed, retiredFeed, sitemapShard, badge, socialImage, data, part
    case only(String)
  }

  fileprivate var family: Family {
    switch content {
    case .page(.document(.markdown(let page))): .twin(PageFamily(page))
    case .page(.document(.retiredFeed)): .retiredFeed
    case .page(.document(.badge)): .badge
    case .page(.document(.socialImage)): .socialImage
    case .page(.document(.vendorFeed)): .vendorFeed
    case .page(.document(.sitemapShard)): .sitemapShard
    case .page(let page): .page(PageFamily(page))
    case .file:
      if DataAddress.vendor(at: path) != nil {
        .data
      } else {
        path.hasPrefix("_pairs/") && path.contains("/vendors/") ? .part : .only(path)
      }
    }
  }
}
