import Glibc
package import System

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
  guard writeAll(bytes, to: file) else {
    let failure = FileFailure("cannot write", path)
    close(file)
    _ = unsafe unlink(path)
    throw failure
  }
  guard close(file) == 0 else { throw FileFailure("cannot write", path) }
}

/// False, with the reason in `errno`, when not all of it could be written.
func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
  var done = 0
  while done < bytes.count {
    let count = unsafe bytes.withUnsafeBytes { buffer in
      // `done` is below the count, so the pointer stays inside.
      unsafe write(file, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done)
    }
    if count < 0, errno == EINTR { continue }
    if count < 0 { return false }
    done += count
  }
  return true
}
