import Glibc

/// A failure of the machine: what was tried, on which path, and why it failed.
package struct FileFailure: Error, CustomStringConvertible {
  package let action: String
  package let path: String
  /// The system's error code; 0 when this program refused.
  package let code: Int32
  private let reason: String

  /// Creates the failure of a system call.
  ///
  /// - Parameter code: the error code; by default that of the last system call.
  package init(_ action: String, _ path: String, code: Int32? = nil) {
    self.action = action
    self.path = path
    self.code = code ?? errno
    // `strerror` returns a C string that is valid until the thread calls it again; it is copied.
    reason = unsafe String(cString: strerror(self.code))
  }

  package init(_ action: String, _ path: String, because reason: String) {
    self.action = action
    self.path = path
    self.reason = reason
    code = 0
  }

  /// Whether the path led through a link, which was not followed.
  package var isLink: Bool { code == ELOOP || code == ENOTDIR }

  /// Whether this program refused, although the system would have allowed the action.
  package var isRefusal: Bool { code == 0 }

  package var description: String { "\(action) '\(path)': \(reason)" }
}
