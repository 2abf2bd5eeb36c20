import Comparing
import Content
import Planning

/// The files of one build, pairs by what their names are made of.
struct SiteLayout: Sendable, Codable, Equatable {
  /// The files that exist once.
  @TextList var files: [String]
  var pairs: [PairLayout]
  /// The part of the pairs that was built; nil for all of them.
  var shard: Shard?

  /// How many comparisons were built.
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
    /// The right-hand vendors of each left-hand one; nil when every pair has a page.
    let rights: [[Int]]?
    /// The file name around the two slugs.
    let pattern: [String]
    /// The right vendor's slug comes first in it.
    let isRightFirst: Bool

    /// The folder in which the folders of all pairs stand.
    var folder: String {
      pattern[0].split(separator: "/", omittingEmptySubsequences: false).dropLast()
        .joined(separator: "/")
    }

    /// The paths of its pages, ready to be put together.
    var paths: PairPaths { PairPaths(self) }

    func rights(of left: Int) -> [Int] {
      rights?[left] ?? Array((left + 1)..<max(slugs.count, left + 1))
    }

    func rightCount(of left: Int) -> Int { rights?[left].count ?? slugs.count - left - 1 }
  }
}

/// The paths of a category's comparisons.
struct PairPaths: Sendable {
  /// What stands before, between and after the slugs, then the slugs.
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

extension SitePlan {
  /// - Parameter extra: files that are no pages.
  func layout(extra: [String], shard: Shard?) -> SiteLayout {
    let address = comparisonAddress
    let pattern = [
      String(address.before.dropFirst()), address.between, address.after + "index.html",
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
