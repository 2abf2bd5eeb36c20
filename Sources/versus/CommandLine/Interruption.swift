import Glibc
import Synchronization
import System

/// Handles Ctrl-C and `kill`.
///
/// A command with work to finish is asked to stop, and has half a second to do so; any other
/// command ends at once. Every file is complete at every moment, so the program may end anywhere.
enum Interruption {
  /// Whether a signal asked the program to stop.
  static var isAsked: Bool { wasAsked.load(ordering: .relaxed) }

  /// Lets the running command stop by itself after a signal.
  static func allowOrderlyEnd() { isAwaited.store(true, ordering: .relaxed) }

  /// Installs handlers for both signals and unblocks them. A parent process with a thread pool may
  /// have blocked the signals; this process inherits that, and then only SIGKILL could end a build.
  static func listen() {
    _ = signal(SIGINT) { _ in ask() }
    _ = signal(SIGTERM) { _ in ask() }
    _ = signal(SIGALRM) { _ in end() }
    var signals = sigset_t()
    // Each call only reads or writes the set, which outlives the call.
    unsafe sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGALRM] { unsafe sigaddset(&signals, number) }
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }
}

private let isAwaited = Atomic(false)
private let wasAsked = Atomic(false)

/// The signal handler, which may call only async-signal-safe functions.
private func ask() {
  let isFirst = !wasAsked.exchange(true, ordering: .relaxed)
  guard isFirst, isAwaited.load(ordering: .relaxed) else { return end() }
  _ = ualarm(500_000, 0)
}

private func end() {
  endRunningProgram()
  // The text is a constant at a fixed address.
  let text: StaticString = "versus: interrupted; every file is either the old one or the new one\n"
  _ = unsafe write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
  _exit(ExitCode.interrupted.rawValue)
}
