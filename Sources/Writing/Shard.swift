/// One of several parts of a build, each made by a process of its own: `3/8`.
package struct Shard: Sendable, Hashable, Codable {
  /// From 1.
  package let index: Int
  package let count: Int

  /// Nil unless the text is `I/N` with 1 ≤ I ≤ N ≤ 10,000.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]) else { return nil }
    self.index = index
    self.count = count
    if !isSound { return nil }
  }

  /// Whether there is such a part; a manifest may name another.
  var isSound: Bool { (1...10_000).contains(count) && (1...count).contains(index) }

  /// Whether the comparisons of a left-hand vendor belong to this part.
  ///
  /// Vendors are dealt out forwards and then backwards, because the first have the most pairs.
  func holds(left: Int) -> Bool {
    let position = left % (2 * count)
    return min(position, 2 * count - 1 - position) == index - 1
  }

  /// The pages that exist once belong to the first part.
  var holdsSinglePages: Bool { index == 1 }
}
