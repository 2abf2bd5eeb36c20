import Foundation

/// The seeds that random tests run with.
///
/// A random test names its seed when it fails, as its argument or in its message. To repeat that
/// run alone, set `VERSUS_TEST_SEED` to the seed:
///
///     VERSUS_TEST_SEED=17 swift test --filter tableIsComparison
///
/// `VERSUS_TEST_SEEDS` bounds how many seeds a test runs with, for builds that are slow.
package enum Seeds {
  /// Returns the first seeds up to a count, or only the seed in the environment.
  package static func first(_ count: UInt64) -> [UInt64] {
    chosen.map { [$0] } ?? Array(0..<min(count, most ?? count))
  }

  /// Returns the given seed, or the one in the environment, for a test that runs once.
  package static func one(_ usual: UInt64) -> UInt64 { chosen ?? usual }

  /// Whether the environment selects seeds, so that a test must not expect what only many seeds
  /// show.
  package static var areSelected: Bool { chosen != nil || most != nil }

  private static let chosen = number("VERSUS_TEST_SEED")
  private static let most = number("VERSUS_TEST_SEEDS")

  private static func number(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].map { text in
      guard let number = UInt64(text) else {
        preconditionFailure("\(name) is no whole number: \(text)")
      }
      return number
    }
  }
}
