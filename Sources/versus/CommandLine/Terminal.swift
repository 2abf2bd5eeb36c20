import Glibc

/// What the program says, and to whom.
enum Terminal {
  /// Results.
  static func print(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// Everything else.
  static func note(_ text: String) { write(text, to: STDERR_FILENO) }

  /// Nothing is said when the reader is gone.
  private static func write(_ text: String, to file: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(file, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// The conventions of `NO_COLOR`, `FORCE_COLOR`, `TERM=dumb` and `CI`.
  static func hasColor(_ environment: [String: String]) -> Bool {
    if environment["NO_COLOR"].map({ !$0.isEmpty }) ?? false { return false }
    if environment["FORCE_COLOR"].map({ !$0.isEmpty && $0 != "0" }) ?? false { return true }
    if environment["TERM"] == "dumb" || environment["CI"] != nil { return false }
    return isatty(STDERR_FILENO) == 1
  }
}
