import Glibc

/// Unblocks Ctrl-C and `kill`. A parent process with a thread pool may have blocked both, and this
/// process inherits that: only SIGKILL could then end a build.
func allowInterruption() {
  var signals = sigset_t()
  // Each call only reads or writes the set, which outlives it.
  unsafe sigemptyset(&signals)
  unsafe sigaddset(&signals, SIGINT)
  unsafe sigaddset(&signals, SIGTERM)
  unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
}
