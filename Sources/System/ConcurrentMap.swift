import Synchronization

/// Maps a list on several threads. Results are in the order of the list.
package func concurrentMap<Element: Sendable, Result: Sendable>(
  _ list: [Element], jobs: Int, _ transform: @Sendable (Element) -> Result
) -> [Result] {
  let results = Mutex<[Result?]>(Array(repeating: nil, count: list.count))
  concurrentPerform(list.count, jobs: jobs) { index in
    let result = transform(list[index])
    results.withLock { $0[index] = result }
  }
  return results.withLock { $0 }.compactMap(\.self)
}
