import Synchronization

/// What a command made and nobody needs any more: the end of the process takes it all at once, where
/// to give back a million small values one by one takes longer than some builds.
enum UntilExit {
  private static let values = Mutex<[any Sendable]>([])

  static func keep(_ value: some Sendable) { values.withLock { $0.append(value) } }
}
