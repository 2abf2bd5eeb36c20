import Glibc

/// A name in a folder and its kind, as listing reveals them without a system call per file.
package struct FolderEntry: Sendable {
  package enum Kind: Sendable {
    case file, folder
    /// A link, which may lead anywhere, or an entry of a file system that does not report kinds.
    case unknown
  }

  package let name: String
  package let kind: Kind

  /// Returns the entries of a folder in the order of the disk; empty when the folder does not
  /// exist.
  ///
  /// - Parameter includesHidden: whether to list names that begin with a dot.
  package static func all(
    in folder: String, includesHidden: Bool = false
  ) throws(FileFailure) -> [FolderEntry] {
    // The directory stays open until `defer` closes it.
    guard let directory = unsafe opendir(folder) else {
      if errno == ENOENT { return [] }
      throw FileFailure("cannot list", folder)
    }
    defer { unsafe closedir(directory) }
    var entries: [FolderEntry] = []
    while let entry = unsafe readdir(directory) {
      // The name ends with a NUL inside the entry, and the entry stays valid until the next
      // `readdir`.
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name.utf8.first == UInt8(ascii: "."), !includesHidden || name == "." || name == ".." {
        continue
      }
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
