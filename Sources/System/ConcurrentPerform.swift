import Dispatch
import Synchronization

/// Calls the body for 0..<count on up to `jobs` threads and returns when all are done.
///
/// Indices are handed out one by one, so that a slow one does not hold up the rest; the caller
/// writes results by index, so that the number of jobs changes nothing.
package func concurrentPerform(_ count: Int, jobs: Int, _ body: @Sendable (Int) -> Void) {
  concurrentPerform(count, jobs: jobs, with: {}) { _, index in body(index) }
}

/// The same, with something that each thread keeps from index to index, such as a buffer.
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
