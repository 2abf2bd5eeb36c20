import Glibc
import System

/// A folder for files that another program reads or writes, removed at the end.
struct WorkFolder {
  let path: String

  init() throws(FileFailure) {
    let parent = unsafe getenv("TMPDIR").flatMap { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/versus-publish-XXXXXX".utf8CString)
    // `mkdtemp` replaces the letters at the end of the text, which is terminated by a zero.
    guard unsafe mkdtemp(&template) != nil else { throw FileFailure("cannot create", parent) }
    path = String(
      decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  func file(_ name: String) -> String { path + "/" + name }

  func write(_ text: String, to name: String) throws(FileFailure) {
    try replaceFile(Array(text.utf8), at: name, inside: path)
  }

  func remove() {
    let parts = path.split(separator: "/")
    guard let name = parts.last,
      let parent = try? Folder("/" + parts.dropLast().joined(separator: "/"))
    else { return }
    parent.removeTree(String(name))
  }
}
