import Glibc
import Synchronization
import System

/// Standard output and standard error.
enum Terminal {
  /// Prints a result. `isOutputLost` tells whether all output could be written.
  static func print(_ text: String) {
    guard write(text, to: STDOUT_FILENO) else {
      if hasLostOutput.exchange(true, ordering: .relaxed) { return }
      return note("versus: \(FileFailure("cannot write to", "standard output"))\n")
    }
  }

  /// Prints anything that is not a result.
  static func note(_ text: String) { _ = write(text, to: STDERR_FILENO) }

  /// Whether part of the results was lost, for example because the disk is full.
  static var isOutputLost: Bool { hasLostOutput.load(ordering: .relaxed) }

  /// Whether nothing more needs to be printed: the reader of the results has gone away, or part of
  /// them was lost.
  static var isOver: Bool { isReaderGone.load(ordering: .relaxed) || isOutputLost }

  private static let hasLostOutput = Atomic(false)
  private static let isReaderGone = Atomic(false)

  /// Writes a text.
  ///
  /// - Returns: false if part of the text could not be written. A reader that has gone away is not
  ///   a failure.
  private static func write(_ text: String, to file: Int32) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      // The buffer is only read, and only during the call.
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(file, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EPIPE {
        if file == STDOUT_FILENO { isReaderGone.store(true, ordering: .relaxed) }
        return true
      }
      if count <= 0 { return false }
      bytes = bytes.dropFirst(count)
    }
    return true
  }

  /// Reports whether to use color, following `NO_COLOR`, `FORCE_COLOR`, `TERM=dumb` and `CI`.
  static func hasColor(_ environment: [String: String]) -> Bool {
    if environment["NO_COLOR"].map({ !$0.isEmpty }) ?? false { return false }
    if environment["FORCE_COLOR"].map({ !$0.isEmpty && $0 != "0" }) ?? false { return true }
    if environment["TERM"] == "dumb" || environment["CI"] != nil { return false }
    return isatty(STDERR_FILENO) == 1
  }
}
