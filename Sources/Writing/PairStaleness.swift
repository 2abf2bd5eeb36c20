import System

/// Which comparisons of a category have to be made.
struct PairStaleness: Sendable, Equatable {
  /// Two vendors by position.
  struct Pair: Sendable, Hashable {
    let left: Int
    let right: Int
  }

  let isAll: Bool
  /// Whether all comparisons of a vendor are stale, by the vendor's position.
  let vendors: [Bool]
  /// Stale pairs that an editor writes about now or wrote about before.
  let articles: Set<Pair>
  /// Something was added to the folder or removed from it, so each page that is not made is looked
  /// for.
  let mustRecheckDisk: Bool
  /// The bytes of the pages of the build before; 0 where all pages are visited and counted anew.
  let knownBytes: Int
  /// The positions that `vendors` marks.
  private let changed: [Int]

  static let everything = PairStaleness(
    isAll: true, vendors: [], articles: [], mustRecheckDisk: false, knownBytes: 0)

  /// What changed between two builds of the same vendors.
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
        // No slug holds a space.
        let pair = name.split(separator: " ").map { positions[String($0)] }
        guard pair.count == 2, let left = pair[0], let right = pair[1] else { return nil }
        return Pair(left: left, right: right)
      })
  }

  /// Every page is made or looked for.
  var visitsEveryPair: Bool { isAll || mustRecheckDisk }

  var isNothing: Bool {
    !visitsEveryPair && articles.isEmpty && changed.isEmpty
  }

  func isStale(_ left: Int, _ right: Int) -> Bool {
    isAll || vendors[left] || vendors[right]
      || (!articles.isEmpty && articles.contains(Pair(left: left, right: right)))
  }

  /// The sides on which pages that are made may show a vendor.
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

  /// The right-hand vendors whose pages with a left-hand one are made, or looked for.
  func rights(of left: Int, in layout: SiteLayout.PairLayout) -> [Int] {
    if visitsEveryPair || vendors[left] { return layout.rights(of: left) }
    if layout.rights == nil, articles.isEmpty {
      // Between most builds few vendors change, so only their columns of the row are visited.
      return changed.filter { $0 > left }
    }
    return layout.rights(of: left).filter { isStale(left, $0) }
  }
}
