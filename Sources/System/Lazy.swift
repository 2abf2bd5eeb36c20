import Synchronization

/// A value that is made when it is first asked for, from any thread.
///
/// Two threads may make it at the same time. Both make the same value, so either is kept.
package final class Lazy<Value: Sendable>: Sendable {
  private let stored = Mutex<Value?>(nil)

  package init() {}

  /// The value, if somebody asked for it before.
  package var existing: Value? { stored.withLock { $0 } }

  package func value(_ make: () -> Value) -> Value {
    if let value = existing { return value }
    let value = make()
    stored.withLock { $0 = value }
    return value
  }
}

/// Values that are each made when first asked for, from any thread, as `Lazy` makes one.
package final class LazyArray<Value: Sendable>: Sendable {
  private let stored: Mutex<[Value?]>

  package init(count: Int) { stored = Mutex(Array(repeating: nil, count: count)) }

  /// - Parameter known: a value that need not be made, by its position.
  package init(count: Int, known: (Int) -> Value?) { stored = Mutex((0..<count).map(known)) }

  /// The value, if somebody asked for it before.
  package func existing(_ index: Int) -> Value? { stored.withLock { $0[index] } }

  package func value(_ index: Int, _ make: () -> Value) -> Value {
    if let value = existing(index) { return value }
    let value = make()
    stored.withLock { $0[index] = value }
    return value
  }
}
