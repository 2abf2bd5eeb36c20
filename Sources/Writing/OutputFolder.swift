package import Diagnosing
import Glibc

/// The folder that a site is written to, checked: writing to it can harm nothing else.
package struct OutputFolder: Sendable {
  /// Absolute, without links.
  package let path: String

  /// Why a folder is refused.
  package struct Refusal: Error, CustomStringConvertible {
    package let description: String
  }

  /// Creates the folder when it is not there.
  ///
  /// - Throws: `Refusal` for `/`, the home folder, and a folder that holds the content or a `.git`;
  ///   `FileFailure` when it cannot be made.
  package init(_ path: String, source: String) throws {
    try makeFolders(path)
    guard let resolved = resolvedPath(path) else { throw FileFailure("cannot open", path) }
    let home = unsafe getenv("HOME").flatMap { unsafe resolvedPath(String(cString: $0)) }
    let content = (resolvedPath(source) ?? source) + "/content"
    func refuse(_ reason: String) -> Refusal {
      Refusal(description: "the output folder '\(path)' \(reason); choose another with --output")
    }
    if resolved == "/" { throw refuse("is the root of the file system") }
    if resolved == home { throw refuse("is the home folder") }
    if (content + "/").hasPrefix(resolved + "/") { throw refuse("contains the content") }
    if (resolved + "/").hasPrefix(content + "/") { throw refuse("is inside the content") }
    if fileStatus(resolved + "/.git") != nil { throw refuse("contains a .git") }
    self.path = resolved
  }

  /// What is there now, or nil.
  func bytes(of file: String) -> [UInt8]? {
    fileStatus(path + "/" + file)?.isFile == true ? try? readFile(path + "/" + file) : nil
  }

  /// Puts a file in place whole: under a temporary name first, so that a reader, or a build that is
  /// killed, finds the old bytes or the new ones.
  func write(_ bytes: [UInt8], to file: String) throws(FileFailure) {
    let target = path + "/" + file
    let temporary = target + ".versus-new"
    try writeFile(bytes, to: temporary)
    guard unsafe rename(temporary, target) == 0 else {
      let failure = FileFailure("cannot replace", target)
      _ = unsafe unlink(temporary)
      throw failure
    }
  }

  /// Makes the folders that a file stands in; a symbolic link on the way is refused (Y-02).
  func createFolders(for file: String) throws(FileFailure) {
    var folder = path
    for part in file.split(separator: "/").dropLast() {
      folder += "/" + part
      if unsafe mkdir(folder, 0o755) == 0 { continue }
      var status = stat()
      guard unsafe lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        throw FileFailure("will not write through", folder, code: ENOTDIR)
      }
    }
  }

  /// Removes a file and the folders that it leaves empty.
  func remove(_ file: String) -> Bool {
    guard unsafe unlink(path + "/" + file) == 0 else { return false }
    var parts = file.split(separator: "/").dropLast()
    while !parts.isEmpty, unsafe rmdir(path + "/" + parts.joined(separator: "/")) == 0 {
      parts = parts.dropLast()
    }
    return true
  }
}

/// `mkdir -p`.
package func makeFolders(_ path: String) throws(FileFailure) {
  var current = path.hasPrefix("/") ? "" : "."
  for part in path.split(separator: "/") {
    current += "/" + part
    if unsafe mkdir(current, 0o755) != 0, errno != EEXIST {
      throw FileFailure("cannot create", current)
    }
  }
}

package func writeFile(_ bytes: [UInt8], to path: String) throws(FileFailure) {
  let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
  guard file >= 0 else { throw FileFailure("cannot write", path) }
  var done = 0
  while done < bytes.count {
    let count = unsafe bytes.withUnsafeBytes { buffer in
      // `done` is below the count, so the pointer stays inside.
      unsafe Glibc.write(file, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done)
    }
    if count < 0, errno == EINTR { continue }
    if count < 0 {
      let failure = FileFailure("cannot write", path)
      close(file)
      _ = unsafe unlink(path)
      throw failure
    }
    done += count
  }
  guard close(file) == 0 else { throw FileFailure("cannot write", path) }
}
