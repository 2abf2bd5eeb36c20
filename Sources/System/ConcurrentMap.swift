import Synchronization

/// Maps a list on several threads. The results are in the order of the list.
package func concurrentMap<Element: Sendable, Result: Sendable>(
  _ list: [Element], jobs: Int, _ transform: @Sendable (Element) -> Result
) -> [Result] {
  concurrentMap(list, jobs: jobs, with: {}) { _, element in transform(element) }
}

/// Maps a list on several threads, with a scratch value that each thread keeps from one element to
/// the next.
package func concurrentMap<Element: Sendable, Result: Sendable, Scratch>(
  _ list: [Element], jobs: Int, with makeScratch: @Sendable () -> Scratch,
  _ transform: @Sendable (inout Scratch, Element) -> Result
) -> [Result] {
  let results = Mutex<[Result?]>(Array(repeating: nil, count: list.count))
  concurrentPerform(list.count, jobs: jobs, with: makeScratch) { scratch, index in
    let result = transform(&scratch, list[index])
    results.withLock { $0[index] = result }
  }
  return results.withLock { $0 }.compactMap(\.self)
}
