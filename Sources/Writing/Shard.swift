/// One of several parts of a build, each written by its own process: `3/8`.
package struct Shard: Sendable, Hashable, Codable {
  /// The shard's number, starting at 1.
  package let index: Int
  package let count: Int

  /// Parses `I/N` with 1 ≤ I ≤ N ≤ 10,000; nil for any other text.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]) else { return nil }
    self.index = index
    self.count = count
    if !isSound { return nil }
  }

  /// Whether the numbers are in range; a manifest from elsewhere may hold others.
  var isSound: Bool { (1...10_000).contains(count) && (1...count).contains(index) }

  /// Reports whether the comparisons of a left-hand vendor belong to this shard.
  ///
  /// Vendors are dealt out forwards, then backwards, because the first vendors have the most pairs.
  func holds(left: Int) -> Bool {
    let position = left % (2 * count)
    return min(position, 2 * count - 1 - position) == index - 1
  }

  /// Whether the standalone pages belong to this shard; the first shard has them.
  var holdsSinglePages: Bool { index == 1 }
}
