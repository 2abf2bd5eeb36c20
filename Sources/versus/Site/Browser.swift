import Glibc

/// The user's browser, by the desktop's own program for that.
enum Browser {
  /// Does not wait for it; false when there is no such program.
  static func open(_ url: String) -> Bool {
    var arguments = unsafe ["xdg-open", url].map { (text: String) in unsafe strdup(text) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var process: pid_t = 0
    return unsafe posix_spawnp(&process, "xdg-open", nil, nil, &arguments, environ) == 0
  }
}
