import Synchronization

/// The progress of a build, readable from other threads.
package final class BuildProgress: Sendable {
  private let expected = Atomic(0)
  private let finished = Atomic(0)

  package init() {}

  /// The number of pages to render; 0 until it is known.
  package var total: Int { expected.load(ordering: .relaxed) }
  package var done: Int { finished.load(ordering: .relaxed) }

  func expect(_ count: Int) { expected.store(count, ordering: .relaxed) }
  func add(_ count: Int) { finished.wrappingAdd(count, ordering: .relaxed) }
}
