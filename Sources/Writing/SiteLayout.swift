import Comparing
import Content
import Pairing
import Planning
import Rendering

/// The files of one build, with pairs stored as the components of their names.
struct SiteLayout: Sendable, Codable, Equatable {
  /// The paths of the standalone files.
  @TextList var files: [String]
  var pairs: [PairLayout]
  /// The shard that was built; nil for the whole site.
  var shard: Shard?

  /// The number of comparisons that were built.
  var pairCount: Int {
    pairs.reduce(0) { count, pairs in
      pairs.slugs.indices.filter { shard?.holds(left: $0) ?? true }.reduce(count) {
        $0 + pairs.rightCount(of: $1)
      }
    }
  }

  struct PairLayout: Sendable, Codable, Equatable {
    let category: String
    @TextList var slugs: [String]
    /// The right-hand vendors of each left-hand vendor; nil when every pair has a page.
    var rights: [[Int]]?
    /// The parts of the path around the two slugs.
    let pattern: [String]
    /// Whether the right-hand vendor's slug comes first in the path.
    let isRightFirst: Bool

    /// The folder that contains the folders of all pairs.
    var folder: String {
      pattern[0].split(separator: "/", omittingEmptySubsequences: false).dropLast()
        .joined(separator: "/")
    }

    /// The paths of the category's pages, ready to be assembled.
    var paths: PairPaths { PairPaths(self) }

    func rights(of left: Int) -> [Int] {
      rights?[left] ?? Array((left + 1)..<max(slugs.count, left + 1))
    }

    func rightCount(of left: Int) -> Int { rights?[left].count ?? slugs.count - left - 1 }
  }
}

/// The paths of a category's comparisons.
struct PairPaths: Sendable {
  /// The texts before, between and after the slugs, followed by the slugs.
  private let parts: PathParts
  private let isRightFirst: Bool

  init(_ layout: SiteLayout.PairLayout) {
    parts = PathParts(layout.pattern.prefix(3) + layout.slugs)
    isRightFirst = layout.isRightFirst
  }

  func set(_ path: inout RelativePath, _ left: Int, _ right: Int) {
    let (first, second) = isRightFirst ? (right, left) : (left, right)
    path.set(parts, [0, 3 + first, 1, 3 + second, 2])
  }
}

extension SiteLayout {
  /// Leaves out the comparisons that a pack stands for: all but those with an article.
  mutating func keepArticles(of renderer: SiteRenderer) {
    for index in pairs.indices where pairs[index].rights == nil {
      var rights = Array(repeating: [Int](), count: pairs[index].slugs.count)
      for pair in renderer.pairs(inCategory: CategoryPosition(index)).articlePairs {
        rights[pair.left].append(pair.right)
      }
      pairs[index].rights = rights
    }
  }
}

extension SitePlan {
  /// Returns the layout of the site.
  ///
  /// - Parameter extra: the paths of files that are not pages.
  func layout(extra: [String], shard: Shard?) -> SiteLayout {
    let address = comparisonAddress
    let pattern = [
      String(address.before.dropFirst()), address.between,
      address.after + address.fileEnding,
    ]
    let pairs = edition.categories.enumerated().map { index, entry in
      let isAll = entry.category.pairs == .all
      return SiteLayout.PairLayout(
        category: entry.category.slug.text, slugs: entry.vendors.map(\.slug.text),
        rights: isAll
          ? nil : edition.vendorPositions(of: CategoryPosition(index)).map { rights(ofLeft: $0) },
        pattern: pattern, isRightFirst: address.isRightFirst)
    }
    let hasSingles = shard?.holdsSinglePages ?? true
    return SiteLayout(
      files: hasSingles ? (singlePages + documents).map { file(of: $0) } + extra : [], pairs: pairs,
      shard: shard)
  }
}
