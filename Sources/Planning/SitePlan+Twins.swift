import Comparing
import Content

/// The pages as Markdown (S-19).
extension SitePlan {
  /// The most comparisons that have a twin: each is a file of its own, with a line in the manifest.
  package static let maxPairTwins = 10_000

  /// Whether comparisons have twins.
  package var hasPairTwins: Bool { edition.library.site.markdown == .pairs }

  /// Whether a page stands beside itself as Markdown. Notices that lead elsewhere do not, nor do
  /// lists of comparisons that are not whole: there are as many as vendors, and hosts limit files.
  package func hasTwin(_ page: Page) -> Bool {
    switch page {
    case .notFound, .search, .moved, .document: false
    case .comparison: hasPairTwins
    case .comparisons(let vendor):
      edition.library.site.markdown != .none
        && !selections[vendor.category.index]
          .hasPartners(vendor.index, over: Self.maxLinkedComparisons)
    default: edition.library.site.markdown != .none
    }
  }

  /// The pages as Markdown, and the list of them.
  var twins: [Document] {
    if edition.library.site.markdown == .none { return [] }
    let pairs = hasPairTwins && comparisonCount <= Self.maxPairTwins ? allPairs : []
    // A list of the publisher's own stands instead.
    let isListed = !edition.library.statics.contains { "/" + $0.path == path(of: Document.llms) }
    let list: [Document] = isListed ? [.llms] : []
    return list + singlePages.filter { hasTwin($0) }.map { .markdown($0) }
      + pairs.map { .markdown(.comparison($0)) }
  }

  /// Returns the path of the Markdown beside a page: in its folder, or with another extension.
  func twinPath(of path: String) -> String {
    if path.hasSuffix("/") { return path + Self.twinName }
    return (path.hasSuffix(".html") ? String(path.dropLast(5)) : path) + ".md"
  }

  private static let twinName = "index.md"
}
