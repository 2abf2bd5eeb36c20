import Content
import Diagnosing
import Hashing
import Markup
import Reading
import System

/// The files that pages load: those of the theme and those of the content.
///
/// Each has an address that changes with its bytes, so browsers may keep it for a year. A style
/// sheet contains the addresses of the files that it loads, so it changes when one of them does.
package struct SiteAssets: Sendable {
  /// The owner of a file. Texts prefer the content's files, templates the theme's.
  package enum Owner: Sendable, Hashable { case theme, content }

  package struct Asset: Sendable {
    package let owner: Owner
    /// The name used in texts, such as `assets/logo.svg`.
    package let name: String
    /// The path below the base path, such as `assets/logo.3f2a9c1b0d4e5f60.svg`.
    package var path: String { file.path }
    let file: SiteFile
  }

  /// The assets: the theme's, then the content's, each sorted by name.
  package let all: [Asset]
  /// The files that style sheets load, by owner and name.
  let loaded: Set<AssetKey>

  /// Reports missing files that the site's own style sheets load.
  ///
  /// - Parameters:
  ///   - additions: style sheets of the theme's that continue others of its, by the others' names.
  ///   - statics: the paths of files that are copied to the root of the site.
  init(
    theme: [String: SourceFile], additions: [String: [SourceFile]] = [:],
    content: [ContentAsset], statics: Set<String>, into log: inout Diagnostics
  ) {
    var sources: [AssetKey: AssetSource] = [:]
    for (path, file) in theme where path.hasPrefix("assets/") {
      sources[AssetKey(.theme, path)] = .text([file] + (additions[path] ?? []))
    }
    for file in additions.values.joined() {
      if let path = theme.first(where: { $0.value === file })?.key {
        sources[AssetKey(.theme, path)] = nil
      }
    }
    for asset in content {
      sources[AssetKey(.content, asset.path)] = AssetSource(asset)
    }
    var linker = AssetLinker(sources: sources, statics: statics)
    all = sources.keys.sorted().map {
      Asset(owner: $0.owner, name: $0.name, file: linker.make($0))
    }
    loaded = linker.loaded
    log.report(contentsOf: linker.diagnostics)
  }

  /// Returns the path of each file by name; if two files share a name, the path of the owner's
  /// file.
  func paths(preferring owner: Owner) -> [String: String] {
    let ordered = all.filter { $0.owner != owner } + all.filter { $0.owner == owner }
    return Dictionary(ordered.map { ($0.name, $0.path) }) { $1 }
  }
}

struct AssetKey: Hashable, Comparable {
  let owner: SiteAssets.Owner
  let name: String

  init(_ owner: SiteAssets.Owner, _ name: String) { (self.owner, self.name) = (owner, name) }

  static func < (left: AssetKey, right: AssetKey) -> Bool {
    left.owner == right.owner ? left.name < right.name : left.owner == .theme
  }
}

/// The source of a file's bytes.
private enum AssetSource {
  /// A file of the theme, or a style sheet of the content; several are one after the other.
  case text([SourceFile])
  /// A file of the content, which may be larger than memory.
  case copied(ContentAsset)

  init(_ asset: ContentAsset) {
    if asset.path.hasSuffix(".css"), let bytes = try? asset.file.bytes() {
      self = .text([SourceFile(path: "content/" + asset.path, bytes: bytes)])
    } else {
      self = .copied(asset)
    }
  }

  var fingerprint: Fingerprint {
    switch self {
    case .text(let files): Fingerprint(of: Array(files.map(\.bytes).joined()))
    case .copied(let asset): asset.fingerprint
    }
  }

  /// Returns the file of the site at a path.
  func file(at path: String) -> SiteFile {
    switch self {
    case .text(let files): SiteFile(path: path, bytes: Array(files.map(\.bytes).joined()))
    case .copied(let asset):
      SiteFile(path: path, fingerprint: { asset.fingerprint }, contents: .copied(asset.file))
    }
  }
}

/// Assigns fingerprinted names to files. A style sheet gets its name after the files that it loads.
private struct AssetLinker {
  let sources: [AssetKey: AssetSource]
  let statics: Set<String>
  private(set) var diagnostics = Diagnostics()
  /// The remaining searches for similar names; each looks at all files.
  private var searches = 100
  private(set) var loaded: Set<AssetKey> = []
  private var made: [AssetKey: SiteFile] = [:]
  /// The style sheets whose files are being linked, outermost first.
  private var open: [AssetKey] = []
  /// The style sheets that load each other; their names come from their bytes as written.
  private var circular: Set<AssetKey> = []

  init(sources: [AssetKey: AssetSource], statics: Set<String>) {
    self.sources = sources
    self.statics = statics
  }

  /// Returns the file of the site for one of the sources.
  mutating func make(_ key: AssetKey) -> SiteFile {
    if let known = made[key] { return known }
    guard let source = sources[key] else { return SiteFile(path: key.name, bytes: []) }
    let plain = source.fingerprint.inserted(into: key.name)
    guard key.name.hasSuffix(".css"), case .text(let files) = source else {
      let file = source.file(at: plain)
      made[key] = file
      return file
    }
    if open.contains(key) || open.count > 100 {
      circular.formUnion(open)
      return source.file(at: plain)
    }
    open.append(key)
    let linked = files.flatMap { file in
      StyleSheet(file.bytes).replacing { address(of: $0, in: key, written: file) }
    }
    open.removeLast()
    let path =
      circular.contains(key) ? plain : Fingerprint(of: linked).inserted(into: key.name)
    let sheet = SiteFile(path: path, bytes: linked)
    made[key] = sheet
    return sheet
  }

  /// Returns the new address of a file that a style sheet loads; nil if the address stays as it is.
  ///
  /// - Parameter file: the file that the address is written in.
  private mutating func address(
    of reference: StyleSheet.Reference, in key: AssetKey, written file: SourceFile
  ) -> String? {
    let address = WrittenAddress(reference.address)
    guard !address.isOutside, !address.path.isEmpty, let path = address.decodedPath else {
      return nil
    }
    let name =
      path.hasPrefix("/")
      ? String(path.dropFirst()) : WrittenAddress.path(path, countedFrom: key.name)
    if let name, let target = target(name, of: key.owner) {
      loaded.insert(target)
      return relative(make(target).path, to: key.name) + address.query + address.fragment
    }
    if let name, statics.contains(name) { return nil }
    // An absolute path may include the base path, which a theme does not know.
    if path.hasPrefix("/"), !path.hasPrefix("/assets/") { return nil }
    report(name ?? path, reference, in: key, at: SourceSpan(file: file, range: reference.range))
    return nil
  }

  private func target(_ name: String, of owner: SiteAssets.Owner) -> AssetKey? {
    [AssetKey(owner, name), AssetKey(owner == .theme ? .content : .theme, name)]
      .first { sources[$0] != nil }
  }

  private mutating func report(
    _ name: String, _ reference: StyleSheet.Reference, in key: AssetKey, at span: SourceSpan
  ) {
    searches -= 1
    let near = searches >= 0 ? nearMiss(for: name, among: sources.keys.map(\.name)) : nil
    diagnostics.report(
      .missingFile("file '\(name)'", at: span, suggestion: near.map { relative($0, to: key.name) }))
  }

  /// Returns the relative path from a file to a path; both are below `assets/`.
  private func relative(_ path: String, to file: String) -> String {
    let depth = file.split(separator: "/").count - 2
    return String(repeating: "../", count: max(0, depth)) + path.dropFirst("assets/".count)
  }
}
