package import Compressing
package import System

/// A folder of files, served as a static host would, with the rules in its `_headers` and
/// `_redirects`.
package struct BuiltSite: ServedSite {
  private let folder: Folder
  /// The path at which the folder is served: the site's base path, which may be `/`.
  package let base: String
  private let headerRules: [HeaderRule]
  private let redirectRules: [RedirectRule]
  /// The comparisons that are no files, because a host puts them together.
  private let packed: PreviewSite?

  /// Reads the host's rule files.
  ///
  /// - Parameter packed: renders the comparisons of a packed folder.
  /// - Throws: `FileFailure` when the folder does not exist.
  package init(_ folder: String, base: String = "/", packed: PreviewSite? = nil) throws(FileFailure)
  {
    let folder = try Folder(folder)
    self.folder = folder
    self.base = base
    self.packed = packed
    func text(_ name: String) -> String {
      String(decoding: Self.bytes(of: "/" + name, in: folder) ?? [], as: UTF8.self)
    }
    headerRules = HeaderRule.rules(in: text("_headers"))
    redirectRules = RedirectRule.rules(in: text("_redirects"))
  }

  package func headers(for path: String) -> [(name: String, value: String)] {
    headerRules.filter { $0.pattern.match(path) != nil }.flatMap(\.headers)
  }

  package func find(_ path: String) -> Resource {
    if let forced = redirect(path, forced: true) { return forced }
    if let found = file(at: path) { return found }
    if let redirect = redirect(path, forced: false) { return redirect }
    if let comparison = packed?.comparison(at: path) { return comparison }
    if path == "/" || path + "/" == base { return .redirect(to: base, status: 302) }
    return .missing(page: bytes(of: base + "404.html"))
  }

  /// Returns the compressed copy beside a file, if it is as old as the file.
  package func copy(of path: String, _ bytes: [UInt8], in coding: ContentCoding) -> [UInt8]? {
    guard path.hasPrefix(base) else { return nil }
    let file = "/" + path.dropFirst(base.count) + (path.hasSuffix("/") ? "index.html" : "")
    guard let plain = fileStatus(folder.path + file), plain.size == bytes.count,
      let copy = fileStatus(folder.path + file + coding.suffix), copy.isSameAge(as: plain)
    else { return nil }
    return Self.bytes(of: file + coding.suffix, in: folder)
  }

  private func file(at path: String) -> Resource? {
    if path == base + "_headers" || path == base + "_redirects" { return nil }
    if path.hasSuffix("/") { return bytes(of: path + "index.html").map { .page($0) } }
    if let bytes = bytes(of: path) {
      let type = MediaType.of(path)
      return type == MediaType.html ? .page(bytes) : .file(bytes, type: type)
    }
    if let bytes = bytes(of: path + ".html") { return .page(bytes) }
    return bytes(of: path + "/index.html") == nil
      ? nil : .redirect(to: LocationHeader.escaped(path + "/"), status: 301)
  }

  private func redirect(_ path: String, forced: Bool) -> Resource? {
    for rule in redirectRules where rule.isForced == forced {
      guard let target = rule.target(of: path) else { continue }
      switch rule.status {
      case 200: if let found = file(at: target) { return found }
      case 404: return .missing(page: bytes(of: target))
      default: return .redirect(to: LocationHeader.escaped(target), status: rule.status)
      }
    }
    return nil
  }

  /// Returns the bytes of a regular file inside the folder. A link that leads outside is ignored
  /// (Y-05).
  private func bytes(of path: String) -> [UInt8]? {
    path.hasPrefix(base)
      ? Self.bytes(of: "/" + path.dropFirst(base.count), in: folder) : nil
  }

  static func bytes(of path: String, in folder: Folder) -> [UInt8]? {
    guard let place = folder.place(of: path),
      !place.pathParts.contains(where: { RequestPath.isHidden($0) }),
      let file = try? InputFile(place, FolderWalk(folder))
    else { return nil }
    return try? file.bytes(atMost: .max)
  }
}
