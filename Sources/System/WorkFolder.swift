import Glibc

/// A folder for files that another program reads or writes, removed at the end.
package struct WorkFolder {
  package let path: String

  package init() throws(FileFailure) {
    let parent = unsafe getenv("TMPDIR").flatMap { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/versus-XXXXXX".utf8CString)
    // `mkdtemp` replaces the letters at the end of the text, which is terminated by a zero.
    guard unsafe mkdtemp(&template) != nil else { throw FileFailure("cannot create", parent) }
    path = String(
      decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  package func file(_ name: String) -> String { path + "/" + name }

  package func write(_ text: String, to name: String) throws(FileFailure) {
    try write(Array(text.utf8), to: name)
  }

  package func write(_ bytes: [UInt8], to name: String) throws(FileFailure) {
    try replaceFile(bytes, at: name, inside: path)
  }

  package func remove() {
    let parts = path.split(separator: "/")
    guard let name = parts.last,
      let parent = try? Folder("/" + parts.dropLast().joined(separator: "/"))
    else { return }
    parent.removeTree(String(name))
  }
}
