import Diagnosing

/// The exit codes, which are a stable contract.
enum ExitCode: Int32, Error, CaseIterable {
  case done = 0
  case contentWrong = 1
  case usage = 2
  case machine = 3
  case checkFailed = 4
  case interrupted = 130

  /// The explanation in help and manual pages.
  var meaning: String {
    switch self {
    case .done: "done"
    case .contentWrong: "the content or the templates are wrong; nothing was written"
    case .usage: "the command line is wrong"
    case .machine: "the machine failed: disk full, no permission, port taken"
    case .checkFailed: "a check did not hold"
    case .interrupted: "interrupted; the output is intact"
    }
  }
}

/// A mistake on the command line, with a text that explains it.
struct UsageError: Error {
  let message: String
  let hasSuggestion: Bool

  init(_ message: String) {
    self.message = message
    hasSuggestion = false
  }

  /// Adds the most similar candidate to the message, if there is one.
  init(_ message: String, near word: String, among candidates: [String]) {
    let near = nearMiss(for: word, among: candidates)
    self.message = message + (near.map { "; did you mean '\($0)'?" } ?? "")
    hasSuggestion = near != nil
  }
}
