extension Fingerprint {
  /// The longest name that file systems allow, in bytes.
  private static let longestName = 255

  /// Inserts the fingerprint before the extension of a file's path:
  /// `assets/site.3f2a9c1b0d4e5f60.css`.
  ///
  /// A name that would be too long for file systems is shortened before the fingerprint.
  package func inserted(into path: String) -> String {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    // A leading dot does not begin an extension, and an extension is at most 32 bytes long.
    let dot = name.dropFirst().lastIndex(of: ".") ?? path.endIndex
    let end = path[dot...].utf8.count > 32 ? path.endIndex : dot
    let mark = ".\(text(digits: 16))\(path[end...])"
    var stem = name[..<end]
    while stem.utf8.count + mark.utf8.count > Self.longestName { stem.removeLast() }
    return "\(path[..<name.startIndex])\(stem)\(mark)"
  }
}
