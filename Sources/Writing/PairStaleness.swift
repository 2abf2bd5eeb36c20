import System

/// Which comparisons of a category are stale.
struct PairStaleness: Sendable, Equatable {
  /// Two vendors, by position.
  struct Pair: Sendable, Hashable {
    let left: Int
    let right: Int
  }

  let isAll: Bool
  /// Whether all comparisons of a vendor are stale, by vendor position.
  let vendors: [Bool]
  /// The stale pairs whose article was added, changed or removed.
  let articles: Set<Pair>
  /// Whether an entry was added to or removed from the folder, so that every page which is not
  /// rendered must be checked for existence.
  let mustRecheckDisk: Bool
  /// The total size of the previous build's pages; 0 when every page is visited and counted again.
  let knownBytes: Int
  /// The positions of the vendors that `vendors` marks as stale.
  private let changed: [Int]

  static let everything = PairStaleness(
    isAll: true, vendors: [], articles: [], mustRecheckDisk: false, knownBytes: 0)

  /// Creates the staleness of comparisons whose vendors are the same as in the previous build.
  init(
    _ slugs: [String], _ sources: SiteSources.PairSources,
    since known: SiteSources.PairSources, mustRecheckDisk: Bool
  ) {
    let isAll = known.program != sources.program
    self.init(
      isAll: isAll, vendors: slugs.map { known.vendors[$0] != sources.vendors[$0] },
      articles: Self.changedArticles(slugs, sources.articles, known.articles),
      mustRecheckDisk: mustRecheckDisk, knownBytes: isAll || mustRecheckDisk ? 0 : known.bytes)
  }

  private init(
    isAll: Bool, vendors: [Bool], articles: Set<Pair>, mustRecheckDisk: Bool, knownBytes: Int
  ) {
    self.isAll = isAll
    self.vendors = vendors
    self.articles = articles
    self.mustRecheckDisk = mustRecheckDisk
    self.knownBytes = knownBytes
    changed = vendors.indices.filter { vendors[$0] }
  }

  private static func changedArticles<Value: Equatable>(
    _ slugs: [String], _ new: [String: Value], _ old: [String: Value]
  ) -> Set<Pair> {
    let changed = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
    if changed.isEmpty { return [] }
    let positions = Dictionary(slugs.enumerated().map { ($1, $0) }) { first, _ in first }
    return Set(
      changed.compactMap { name in
        // Slugs contain no spaces.
        let pair = name.split(separator: " ").map { positions[String($0)] }
        guard pair.count == 2, let left = pair[0], let right = pair[1] else { return nil }
        return Pair(left: left, right: right)
      })
  }

  /// Whether every page is rendered or checked for existence.
  var visitsEveryPair: Bool { isAll || mustRecheckDisk }

  var isNothing: Bool {
    !visitsEveryPair && articles.isEmpty && changed.isEmpty
  }

  func isStale(_ left: Int, _ right: Int) -> Bool {
    isAll || vendors[left] || vendors[right]
      || (!articles.isEmpty && articles.contains(Pair(left: left, right: right)))
  }

  /// Returns the sides on which a vendor may appear on the pages to render.
  func sides(of vendor: Int) -> Set<Side> {
    if visitsEveryPair || vendors[vendor] { return Set(Side.allCases) }
    var sides: Set<Side> = []
    if let last = changed.last, vendor < last { sides.insert(.left) }
    if let first = changed.first, vendor > first { sides.insert(.right) }
    for pair in articles {
      if pair.left == vendor { sides.insert(.left) }
      if pair.right == vendor { sides.insert(.right) }
    }
    return sides
  }

  /// Returns the right-hand vendors whose pages with a left-hand vendor are rendered or checked.
  func rights(of left: Int, in layout: SiteLayout.PairLayout) -> [Int] {
    if visitsEveryPair || vendors[left] { return layout.rights(of: left) }
    if layout.rights == nil, articles.isEmpty {
      // Few vendors change between builds, so only their columns of the row are visited.
      return changed.filter { $0 > left }
    }
    return layout.rights(of: left).filter { isStale(left, $0) }
  }
}
