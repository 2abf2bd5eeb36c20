import Synchronization

/// Keeps values that a command no longer needs until the process ends. The system frees them at
/// once, while freeing a million small values one by one takes longer than some builds.
enum UntilExit {
  private static let values = Mutex<[any Sendable]>([])

  static func keep(_ value: some Sendable) { values.withLock { $0.append(value) } }
}
