import Dispatch
import Synchronization

/// Calls back at regular intervals until it is stopped.
final class Ticker: Sendable {
  private let isStopped = Mutex(false)
  private let queue = DispatchQueue(label: "versus.ticker")

  func start(everySeconds seconds: Int, _ body: @escaping @Sendable () -> Void) {
    queue.asyncAfter(deadline: .now() + .seconds(seconds)) { [weak self] in
      guard let self, !self.isStopped.withLock({ $0 }) else { return }
      body()
      self.start(everySeconds: seconds, body)
    }
  }

  func stop() { isStopped.withLock { $0 = true } }
}
