import Glibc
import Synchronization

/// Handles Ctrl-C and `kill`.
///
/// A command that has something to finish is asked to stop, and has half a second for it; any other
/// command ends at once. Files are complete at every moment, so the program may end anywhere.
enum Interruption {
  /// Whether somebody asked the program to end.
  static var isAsked: Bool { wasAsked.load(ordering: .relaxed) }

  /// Lets the running command finish by itself when it is asked to stop.
  static func allowOrderlyEnd() { isAwaited.store(true, ordering: .relaxed) }

  /// Listens to both signals. A parent process with a thread pool may have blocked them, and this
  /// process inherits that: only SIGKILL could then end a build.
  static func listen() {
    _ = signal(SIGINT) { _ in ask() }
    _ = signal(SIGTERM) { _ in ask() }
    _ = signal(SIGALRM) { _ in end() }
    var signals = sigset_t()
    // Each call only reads or writes the set, which outlives it.
    unsafe sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGALRM] { unsafe sigaddset(&signals, number) }
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }
}

private let isAwaited = Atomic(false)
private let wasAsked = Atomic(false)

/// A signal handler, which may call only async-signal-safe functions.
private func ask() {
  let isFirst = !wasAsked.exchange(true, ordering: .relaxed)
  guard isFirst, isAwaited.load(ordering: .relaxed) else { return end() }
  _ = ualarm(500_000, 0)
}

private func end() {
  // The text is a constant at a fixed address.
  let text: StaticString = "versus: interrupted; every file is either the old one or the new one\n"
  _ = unsafe write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
  _exit(ExitCode.interrupted.rawValue)
}
