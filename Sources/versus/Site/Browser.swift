import Glibc

/// Opens the user's browser with `xdg-open`.
enum Browser {
  /// Opens an address without waiting for the browser.
  ///
  /// - Returns: false if there is no `xdg-open`.
  static func open(_ url: String) -> Bool {
    // The copies live until `defer` frees them, after the new process has its own.
    var arguments = unsafe ["xdg-open", url].map { (text: String) in unsafe strdup(text) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var process: pid_t = 0
    return unsafe posix_spawnp(&process, "xdg-open", nil, nil, &arguments, environ) == 0
  }
}
