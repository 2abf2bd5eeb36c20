import Diagnosing

/// The contract of the exit codes.
enum ExitCode: Int32, Error {
  case done = 0
  /// The content or the templates are wrong.
  case contentWrong = 1
  /// The command line is wrong.
  case usage = 2
  /// The machine failed.
  case machine = 3
  /// A check did not hold.
  case checkFailed = 4
  case interrupted = 130
}

/// The command line is wrong; the text says how.
struct UsageError: Error {
  let message: String
  init(_ message: String) { self.message = message }

  /// With the candidate that was probably meant, when there is one.
  init(_ message: String, near word: String, among candidates: [String]) {
    let near = nearMiss(for: word, among: candidates)
    self.message = message + (near.map { "; did you mean '\($0)'?" } ?? "")
  }
}
