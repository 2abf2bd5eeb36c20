import Dispatch
import Glibc
import Synchronization

/// Limits how long a client may take to send the headers of a request.
///
/// The library disconnects idle clients; this type disconnects clients that send too slowly.
final class RequestDeadlines: Sendable {
  private static let seconds = 20

  private let deadlines = Mutex<[Int32: ContinuousClock.Instant]>([:])
  private let timer: Ticker

  init() {
    timer = Ticker()
    timer.start(everySeconds: 1) { [weak self] in self?.endLate() }
  }

  func stop() { timer.stop() }

  func expectRequest(on socket: Int32) {
    let deadline = ContinuousClock.now + .seconds(Self.seconds)
    deadlines.withLock { $0[socket] = deadline }
  }

  /// Ends the wait, because the request has arrived.
  func endWait(on socket: Int32) { forget(socket) }

  /// Forgets a socket. Must be called before the socket is closed, because its number may be reused
  /// for another connection.
  func forget(_ socket: Int32) { deadlines.withLock { $0[socket] = nil } }

  private func endLate() {
    let now = ContinuousClock.now
    deadlines.withLock { deadlines in
      for (socket, deadline) in deadlines where deadline < now {
        shutdown(socket, Int32(SHUT_RDWR))
        deadlines[socket] = nil
      }
    }
  }
}
