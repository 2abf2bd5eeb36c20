import Dispatch
import Synchronization

/// Calls the body for 0..<count on up to `jobs` threads and returns when all are done.
///
/// Each thread takes the next index when it is free, so one slow index does not hold up the rest.
/// Callers write results by index, so the result does not depend on `jobs`.
package func concurrentPerform(_ count: Int, jobs: Int, _ body: @Sendable (Int) -> Void) {
  concurrentPerform(count, jobs: jobs, with: {}) { _, index in body(index) }
}

/// Calls the body like `concurrentPerform(_:jobs:_:)`, with a scratch value, such as a buffer, that
/// each thread keeps from one index to the next.
package func concurrentPerform<Scratch>(
  _ count: Int, jobs: Int, with makeScratch: @Sendable () -> Scratch,
  _ body: @Sendable (inout Scratch, Int) -> Void
) {
  guard jobs > 1, count > 1 else {
    var scratch = makeScratch()
    for index in 0..<count { body(&scratch, index) }
    return
  }
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: min(jobs, count)) { _ in
    var scratch = makeScratch()
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      body(&scratch, index)
    }
  }
}
