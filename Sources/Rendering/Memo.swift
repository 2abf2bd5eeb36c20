import Synchronization

/// Values that are made when they are first asked for, from any thread.
///
/// Two threads may make the same value at the same time; it is the same value, so either is kept.
final class Memo<Value: Sendable>: Sendable {
  private let values: Mutex<[Value?]>

  init(count: Int) { values = Mutex(Array(repeating: nil, count: count)) }

  /// - Parameter known: a value that need not be made, by its position.
  init(count: Int, known: (Int) -> Value?) { values = Mutex((0..<count).map(known)) }

  /// The value, if somebody asked for it before.
  func existing(_ index: Int) -> Value? { values.withLock { $0[index] } }

  func value(_ index: Int, _ make: () -> Value) -> Value {
    if let value = values.withLock({ $0[index] }) { return value }
    let value = make()
    values.withLock { $0[index] = value }
    return value
  }
}
