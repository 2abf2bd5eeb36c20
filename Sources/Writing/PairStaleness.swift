/// Which comparisons of a category have to be made.
struct PairStaleness: Sendable, Equatable {
  /// Two vendors by position.
  struct Pair: Sendable, Hashable {
    let left: Int
    let right: Int
  }

  let isAll: Bool
  /// By position: all comparisons with the vendor on the left.
  let left: [Bool]
  /// By position: all comparisons with the vendor on the right.
  let right: [Bool]
  /// Those that an editor wrote about, or no longer does.
  let articles: Set<Pair>
  /// Something was added to the folder or removed from it, so each page that is not made is looked
  /// for.
  let mustRecheckDisk: Bool
  /// The bytes of the pages of the build before; 0 where all pages are visited and counted anew.
  let knownBytes: Int
  /// The positions that `right` marks.
  private let rightPositions: [Int]

  static let everything = PairStaleness(
    isAll: true, left: [], right: [], articles: [], mustRecheckDisk: false, knownBytes: 0)

  /// What changed between two builds of the same vendors.
  init(
    _ slugs: [String], _ sources: SiteSources.PairSources,
    since known: SiteSources.PairSources, mustRecheckDisk: Bool
  ) {
    let isAll = known.program != sources.program
    self.init(
      isAll: isAll, left: slugs.map { known.left[$0] != sources.left[$0] },
      right: slugs.map { known.right[$0] != sources.right[$0] },
      articles: Self.changedArticles(slugs, sources.articles, known.articles),
      mustRecheckDisk: mustRecheckDisk, knownBytes: isAll || mustRecheckDisk ? 0 : known.bytes)
  }

  private init(
    isAll: Bool, left: [Bool], right: [Bool], articles: Set<Pair>, mustRecheckDisk: Bool,
    knownBytes: Int
  ) {
    self.isAll = isAll
    self.left = left
    self.right = right
    self.articles = articles
    self.mustRecheckDisk = mustRecheckDisk
    self.knownBytes = knownBytes
    rightPositions = right.indices.filter { right[$0] }
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
    !visitsEveryPair && articles.isEmpty && rightPositions.isEmpty && !left.contains(true)
  }

  func isStale(_ left: Int, _ right: Int) -> Bool {
    isAll || self.left[left] || self.right[right]
      || (!articles.isEmpty && articles.contains(Pair(left: left, right: right)))
  }

  /// The right-hand vendors whose pages with a left-hand one are made, or looked for.
  func rights(of left: Int, in layout: SiteLayout.PairLayout) -> [Int] {
    if visitsEveryPair || self.left[left] { return layout.rights(of: left) }
    if layout.rights == nil, articles.isEmpty {
      // Not all of a row is looked at: between most builds few vendors change.
      return rightPositions.filter { $0 > left }
    }
    return layout.rights(of: left).filter { isStale(left, $0) }
  }
}
