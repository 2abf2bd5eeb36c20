import Glibc

/// A name in a folder, and what the system says of it without a look at the file itself.
package struct FolderEntry: Sendable {
  package enum Kind: Sendable {
    case file, folder
    /// A link, which may lead anywhere, or what not all file systems tell.
    case unknown
  }

  package let name: String
  package let kind: Kind

  /// The entries of a folder in the disk's order, but those whose names begin with a dot; none when
  /// it is not there.
  package static func all(in folder: String) throws(FileFailure) -> [FolderEntry] {
    guard let directory = unsafe opendir(folder) else {
      if errno == ENOENT { return [] }
      throw FileFailure("cannot list", folder)
    }
    defer { unsafe closedir(directory) }
    var entries: [FolderEntry] = []
    while let entry = unsafe readdir(directory) {
      // The name ends with a NUL inside the entry, which stays valid until the next is read.
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name.utf8.first == UInt8(ascii: ".") { continue }
      entries.append(FolderEntry(name: name, kind: unsafe Kind(entry.pointee.d_type)))
    }
    return entries
  }
}

extension FolderEntry.Kind {
  fileprivate init(_ type: UInt8) {
    switch Int(type) {
    case Int(DT_REG): self = .file
    case Int(DT_DIR): self = .folder
    default: self = .unknown
    }
  }
}
