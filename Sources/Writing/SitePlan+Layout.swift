import Comparing
import Planning
import Reading

extension SitePlan {
  /// The files of the site, pairs by what their names are made of.
  func layout(extra: [String]) -> SiteLayout {
    let marks = ["left": "\u{1}", "right": "\u{1}"]
    let path = edition.library.site.paths.comparison.path(marks).dropFirst() + "index.html"
    let pattern = path.split(separator: "\u{1}", omittingEmptySubsequences: false).map(String.init)
    let pairs = edition.categories.enumerated().map { index, entry in
      let isAll = entry.category.pairs == .all
      return SiteLayout.PairLayout(
        slugs: entry.vendors.map(\.slug.text),
        rights: isAll ? nil : entry.vendors.indices.map { rights(ofLeft: $0, inCategory: index) },
        pattern: pattern)
    }
    return SiteLayout(files: singlePages.map { file(of: $0) } + extra, pairs: pairs)
  }
}
