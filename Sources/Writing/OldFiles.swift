import System

/// Files of earlier builds that are no longer part of the site.
struct OldFiles {
  private let old: [SiteLayout]
  private let current: SiteLayout
  private let files: Set<String>
  /// The category and position that each vendor has now.
  private let places: [String: (category: Int, position: Int)]

  init(_ layouts: [SiteLayout], except current: SiteLayout) {
    old = layouts.filter { $0 != current }
    self.current = current
    files = Set(current.files)
    var places: [String: (category: Int, position: Int)] = [:]
    for (category, pairs) in current.pairs.enumerated() {
      for (position, slug) in pairs.slugs.enumerated() { places[slug] = (category, position) }
    }
    self.places = places
  }

  /// Removes the files. Returns their number, and the total size of the removed comparisons by
  /// category.
  ///
  /// - Throws: `FileFailure` for a file that stays.
  func remove(
    from folder: OpenFolder
  ) throws(FileFailure) -> (count: Int, pairBytes: [String: Int]) {
    let writer = FileWriter(folder)
    var (count, pairBytes) = (0, [String: Int]())
    try forEach { path, category throws(FileFailure) in
      guard let size = try writer.remove(path) else { return }
      count += 1
      if let category { pairBytes[category, default: 0] += size }
    }
    return (count, pairBytes)
  }

  /// Returns the paths of the old files that still exist.
  func paths(in folder: OpenFolder) -> [String] {
    let writer = FileWriter(folder)
    var paths: [String] = []
    forEach { path, _ in if writer.size(at: path) != nil { paths.append(path.text) } }
    return paths.sorted()
  }

  private func forEach<Failure>(
    _ body: (RelativePath, _ category: String?) throws(Failure) -> Void
  ) throws(Failure) {
    for layout in old {
      if current.shard?.holdsSinglePages ?? true {
        for file in layout.files where !files.contains(file) { try body(RelativePath(file), nil) }
      }
      for pairs in layout.pairs { try forEachPair(of: pairs, in: layout, body) }
    }
  }

  private func forEachPair<Failure>(
    of pairs: SiteLayout.PairLayout, in layout: SiteLayout,
    _ body: (RelativePath, _ category: String?) throws(Failure) -> Void
  ) throws(Failure) {
    let places = pairs.slugs.map { self.places[$0] }
    let belong = places.map { place in
      place.map { samePaths(pairs, current.pairs[$0.category]) } ?? false
    }
    // If every pair has a page and no vendor is gone, no page is outdated.
    let isListed = pairs.rights != nil || current.pairs.contains { $0.rights != nil }
    if layout.shard == current.shard, !isListed, !belong.contains(false),
      Set(places.compactMap { $0?.category }).count <= 1
    {
      return
    }
    var path = RelativePath()
    let paths = pairs.paths
    for left in pairs.slugs.indices {
      guard layout.shard?.holds(left: left) ?? true, current.shard?.holds(left: left) ?? true
      else { continue }
      for right in pairs.rights(of: left) {
        if belong[left], belong[right], let a = places[left], let b = places[right],
          isCurrent(a, b)
        {
          continue
        }
        paths.set(&path, left, right)
        if !files.contains(path.text) { try body(path, pairs.category) }
      }
    }
  }

  private func samePaths(_ a: SiteLayout.PairLayout, _ b: SiteLayout.PairLayout) -> Bool {
    a.pattern == b.pattern && a.isRightFirst == b.isRightFirst
  }

  private func isCurrent(
    _ a: (category: Int, position: Int), _ b: (category: Int, position: Int)
  ) -> Bool {
    guard a.category == b.category else { return false }
    guard let rights = current.pairs[a.category].rights else { return true }
    return rights[a.position].contains(b.position)
  }
}
