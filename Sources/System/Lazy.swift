import Synchronization

/// A value that is made when it is first needed, on any thread.
///
/// Two threads may make the value at once. Makers are deterministic, so either result will do.
package final class Lazy<Value: Sendable>: Sendable {
  private let stored = Mutex<Value?>(nil)

  package init() {}

  /// The value, if it has been made.
  package var existing: Value? { stored.withLock { $0 } }

  package func value(_ make: () -> Value) -> Value {
    if let value = existing { return value }
    let value = make()
    stored.withLock { $0 = value }
    return value
  }
}

/// A lazy value for each index.
package final class LazyArray<Value: Sendable>: Sendable {
  private let stored: Mutex<[Value?]>

  package init(count: Int) { stored = Mutex(Array(repeating: nil, count: count)) }

  /// Creates an array of which some values exist already.
  ///
  /// - Parameter existing: returns a value that need not be made, by its index, or nil.
  package init(count: Int, existing: (Int) -> Value?) {
    stored = Mutex((0..<count).map(existing))
  }

  /// Returns the value at an index, if it has been made.
  package func existing(_ index: Int) -> Value? { stored.withLock { $0[index] } }

  package func value(_ index: Int, _ make: () -> Value) -> Value {
    if let value = existing(index) { return value }
    let value = make()
    stored.withLock { $0[index] = value }
    return value
  }
}
