import Glibc

/// Lets Ctrl-C and `kill` reach this program: a parent with a pool of threads passes on that both are
/// blocked, and then nothing but SIGKILL would end a build.
func allowInterruption() {
  var signals = sigset_t()
  unsafe sigemptyset(&signals)
  unsafe sigaddset(&signals, SIGINT)
  unsafe sigaddset(&signals, SIGTERM)
  unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
}
