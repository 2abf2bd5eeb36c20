package import FoundationEssentials

extension Decimal {
  /// The number in plain digits, the same as its `description`.
  ///
  /// Most numbers of a site are small and whole: scores, counts, places. To look these up takes a
  /// tenth of the time.
  package var text: String { Self.small[self] ?? description }

  private static let small = Dictionary(
    uniqueKeysWithValues: (0...100).map { (Decimal($0), "\($0)") })
}
