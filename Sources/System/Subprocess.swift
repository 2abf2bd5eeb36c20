import Glibc
import Synchronization

/// Runs a program, found as a shell finds it, and waits for its end.
///
/// - Parameters:
///   - words: the name of the program, and its arguments. No shell reads them.
///   - output: the file for standard output.
///   - errors: the file for standard error; nil for this program's own.
///   - seconds: the time after which the program is ended; nil for any time.
///   - isHopeless: asked twice a second; the program is ended when it is true.
/// - Returns: the exit code, 127 where the program is not there; nil when the time was up.
package func runProgram(
  _ words: [String], output: String, errors: String? = nil, within seconds: Int? = nil,
  isHopeless: () -> Bool = { false }
) -> Int32? {
  // The copies live until `defer` frees them, after the process has its own.
  var arguments = unsafe words.map { (text: String) in unsafe strdup(text) } + [nil]
  defer { unsafe arguments.forEach { unsafe free($0) } }
  var actions = unsafe posix_spawn_file_actions_t()
  // The actions are local, initialized before use and destroyed after the last use.
  unsafe posix_spawn_file_actions_init(&actions)
  defer { unsafe posix_spawn_file_actions_destroy(&actions) }
  let flags = O_WRONLY | O_CREAT | O_TRUNC
  unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
  unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, flags, 0o600)
  if let errors {
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, flags, 0o600)
  }
  var process: pid_t = 0
  guard let name = words.first,
    unsafe posix_spawnp(&process, name, &actions, nil, &arguments, environ) == 0
  else { return 127 }
  runningProcess.store(process, ordering: .relaxed)
  defer { runningProcess.store(0, ordering: .relaxed) }
  var status: Int32 = 0
  let end = seconds.map { ContinuousClock.now + .seconds($0) }
  var turns = 0
  while unsafe waitpid(process, &status, WNOHANG) == 0 {
    turns += 1
    if turns.isMultiple(of: 25), isHopeless() { kill(process, SIGTERM) }
    if let end, ContinuousClock.now >= end {
      kill(process, SIGTERM)
      while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
      return nil
    }
    usleep(20_000)
  }
  return status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f
}

/// The process that `runProgram` waits for; 0 for none.
private let runningProcess = Atomic<pid_t>(0)

/// Ends the program that `runProgram` waits for, so that it does not outlive this one. A signal
/// handler may call this function.
package func endRunningProgram() {
  let process = runningProcess.load(ordering: .relaxed)
  if process > 0 { kill(process, SIGTERM) }
}
