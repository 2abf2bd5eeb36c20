import Synchronization

/// Keeps values alive until the process ends, although a command no longer needs them. The system
/// reclaims them at once, whereas freeing a million small values takes longer than some builds.
enum UntilExit {
  private static let values = Mutex<[any Sendable]>([])

  static func keep(_ value: some Sendable) { values.withLock { $0.append(value) } }
}
