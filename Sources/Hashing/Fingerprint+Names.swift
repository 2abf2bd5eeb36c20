extension Fingerprint {
  /// The path of a file with the fingerprint before its ending: `assets/site.3f2a9c1b0d4e5f60.css`.
  package func inserted(into path: String) -> String {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    // A dot that a name begins with is no ending.
    let end = name.dropFirst().lastIndex(of: ".") ?? path.endIndex
    return "\(path[..<end]).\(text(digits: 16))\(path[end...])"
  }
}
