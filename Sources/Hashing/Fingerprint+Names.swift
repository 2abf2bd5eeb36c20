extension Fingerprint {
  /// What file systems allow for one name, in bytes.
  private static let longestName = 255

  /// The path of a file with the fingerprint before its ending: `assets/site.3f2a9c1b0d4e5f60.css`.
  ///
  /// A name that would be longer than file systems allow is cut before the fingerprint.
  package func inserted(into path: String) -> String {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    // A dot that a name begins with is no ending, and neither is half a name.
    let dot = name.dropFirst().lastIndex(of: ".") ?? path.endIndex
    let end = path[dot...].utf8.count > 32 ? path.endIndex : dot
    let mark = ".\(text(digits: 16))\(path[end...])"
    var stem = name[..<end]
    while stem.utf8.count + mark.utf8.count > Self.longestName { stem.removeLast() }
    return "\(path[..<name.startIndex])\(stem)\(mark)"
  }
}
