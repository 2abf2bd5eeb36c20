import Synchronization

/// How far a build has come, for who watches it from another thread.
package final class BuildProgress: Sendable {
  private let expected = Atomic(0)
  private let finished = Atomic(0)

  package init() {}

  /// How many pages have to be made; 0 until that is known.
  package var total: Int { expected.load(ordering: .relaxed) }
  package var done: Int { finished.load(ordering: .relaxed) }

  func expect(_ count: Int) { expected.store(count, ordering: .relaxed) }
  func add(_ count: Int) { finished.wrappingAdd(count, ordering: .relaxed) }
}
