import Comparing
import Pairing
import Rendering
import System

/// The comparisons of one category, with what their pages are made from.
struct PairJob: Sendable {
  let category: Int
  let renderer: PairRenderer
  let parts: [PairRenderer.VendorFragments]
  let layout: SiteLayout.PairLayout
  let paths: PairPaths
  var sources: SiteSources.PairSources
  let shard: Shard?
  /// Which pages have to be made.
  var staleness = Staleness()

  struct Staleness: Sendable {
    var isAll = true
    var left: [Bool] = []
    var right: [Bool] = [] {
      didSet { rightPositions = right.indices.filter { right[$0] } }
    }
    /// Of those in `right` that are stale.
    private(set) var rightPositions: [Int] = []
    /// Left and right, of the pairs that an editor wrote about.
    var articles: Set<[Int]> = []
    /// Whether a page is there has to be asked, because something was added to its folder or removed.
    var isDoubtful = false

    /// Every page is made, or asked for.
    var looksAtAll: Bool { isAll || isDoubtful }

    var isNothing: Bool {
      !isAll && !isDoubtful && articles.isEmpty && !left.contains(true) && !right.contains(true)
    }
  }

  init(_ renderer: SiteRenderer, category: Int, layout: SiteLayout, jobs: Int) {
    self.category = category
    self.renderer = renderer.pairs(inCategory: CategoryPosition(category))
    self.layout = layout.pairs[category]
    paths = self.layout.paths
    shard = layout.shard
    let (pairs, slugs) = (self.renderer, layout.pairs[category].slugs)
    let parts = pairs.fragments(jobs: jobs)
    self.parts = parts
    let fingerprints = concurrentMap(Array(parts.indices), jobs: jobs) {
      pairs.fingerprints(ofVendor: $0, parts[$0])
    }
    sources = SiteSources.PairSources(
      program: pairs.fingerprint,
      left: Dictionary(uniqueKeysWithValues: zip(slugs, fingerprints.map(\.left))),
      right: Dictionary(uniqueKeysWithValues: zip(slugs, fingerprints.map(\.right))),
      articles: Dictionary(
        uniqueKeysWithValues: pairs.articleFingerprints.map {
          ("\(slugs[$0.left]) \(slugs[$0.right])", $0.fingerprint)
        }))
  }

  /// Which pages changed since they were made from other sources.
  mutating func compare(with old: SiteSources.PairSources, isDoubtful: Bool) {
    staleness = Staleness(isAll: old.program != sources.program, isDoubtful: isDoubtful)
    sources.bytes = staleness.looksAtAll ? 0 : old.bytes
    staleness.left = layout.slugs.map { old.left[$0] != sources.left[$0] }
    staleness.right = layout.slugs.map { old.right[$0] != sources.right[$0] }
    let positions = Dictionary(
      uniqueKeysWithValues: layout.slugs.enumerated().map { ($1, $0) })
    for name in Set(old.articles.keys).union(sources.articles.keys)
    where old.articles[name] != sources.articles[name] {
      // No slug holds a space.
      let slugs = name.split(separator: " ").map(String.init)
      guard slugs.count == 2, let left = positions[slugs[0]], let right = positions[slugs[1]]
      else { continue }
      staleness.articles.insert([left, right])
    }
  }

  func isStale(_ left: Int, _ right: Int) -> Bool {
    staleness.isAll || staleness.left[left] || staleness.right[right]
      || (!staleness.articles.isEmpty && staleness.articles.contains([left, right]))
  }

  /// The left-hand vendors whose pairs are part of this build.
  var lefts: [Int] { layout.slugs.indices.filter { shard?.holds(left: $0) ?? true } }

  var pairCount: Int { lefts.reduce(0) { $0 + layout.rights(of: $1).count } }

  /// The right-hand vendors whose pages with a left-hand one have to be made, or asked for.
  func staleRights(of left: Int) -> [Int] {
    if staleness.looksAtAll || staleness.left[left] { return layout.rights(of: left) }
    if layout.rights == nil, staleness.articles.isEmpty {
      // Not all of a row is looked at: of most builds few vendors changed.
      return staleness.rightPositions.filter { $0 > left }
    }
    return layout.rights(of: left).filter { isStale(left, $0) }
  }

  /// How many pages have to be made, at least.
  var staleCount: Int {
    if staleness.isAll { return pairCount }
    if staleness.isNothing { return 0 }
    return lefts.reduce(0) { count, left in
      count + staleRights(of: left).count { isStale(left, $0) }
    }
  }
}
