import Foundation

/// The seeds that random tests run with.
///
/// A random test names its seed when it fails, as its argument or in its message. To repeat that
/// run alone, set `VERSUS_TEST_SEED` to the seed:
///
///     VERSUS_TEST_SEED=17 swift test --filter tableIsComparison
package enum Seeds {
  /// Returns the first seeds up to a count, or only the seed in the environment.
  package static func first(_ count: UInt64) -> [UInt64] { chosen.map { [$0] } ?? Array(0..<count) }

  /// Returns the given seed, or the one in the environment, for a test that runs once.
  package static func one(_ usual: UInt64) -> UInt64 { chosen ?? usual }

  /// Whether the environment selects a single seed, so that a test must not expect what only many
  /// seeds show.
  package static var isChosen: Bool { chosen != nil }

  private static let chosen = ProcessInfo.processInfo.environment["VERSUS_TEST_SEED"]
    .map { text in
      guard let seed = UInt64(text) else {
        preconditionFailure("VERSUS_TEST_SEED is no whole number: \(text)")
      }
      return seed
    }
}
