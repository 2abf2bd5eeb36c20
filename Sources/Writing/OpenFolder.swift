import Glibc
import System

/// The output folder, opened once, so that no path above it is looked up again for every file.
final class OpenFolder: Sendable {
  let descriptor: Int32
  let path: String
  /// Nothing stood in it when it was opened, and whoever waited had it to himself.
  let isFresh: Bool

  /// - Parameter wait: is run with the descriptor before the folder is looked at.
  init(_ path: String, wait: (Int32) -> Void = { _ in }) throws(FileFailure) {
    self.path = path
    descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFailure("cannot open", path) }
    wait(descriptor)
    isFresh = try Self.isEmpty(path)
  }

  deinit { close(descriptor) }

  private static func isEmpty(_ path: String) throws(FileFailure) -> Bool {
    guard let folder = unsafe opendir(path) else { throw FileFailure("cannot list", path) }
    defer { unsafe closedir(folder) }
    var count = 0
    // `.` and `..` are always there.
    while count < 3, unsafe readdir(folder) != nil { count += 1 }
    return count < 3
  }

  /// Changes when an entry of a folder is added or removed; empty when it is not there.
  func stamp(of folder: String) -> String {
    var status = stat()
    let name = RelativePath(folder.isEmpty ? "." : folder)
    guard unsafe fstatat(descriptor, name.bytes, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      return ""
    }
    return "\(status.st_ino) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }
}
