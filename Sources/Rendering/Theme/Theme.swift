import Content
package import Diagnosing
import Hashing
import Presenting
import Reading
package import Templating

/// The templates, texts and assets of a site: the built-in files, each replaced by the site's own
/// file of the same path.
package struct Theme: Sendable {
  package let sources: TemplateSources
  package let phrases: Phrasebook
  /// By name, such as `site.css`.
  package let assets: [ThemeAsset]
  /// Changes with any of the theme's files.
  let fingerprint: Fingerprint
  /// Changes with the language, and with any of the files of texts.
  let stringsFingerprint: Fingerprint
  private let stringsDiagnostics: Diagnostics
  private let sourceFiles: [String: SourceFile]
  private let builtInFiles: [String: SourceFile]
  /// Where something is reported that is in no file.
  package let origin: SourceSpan

  /// - Parameters:
  ///   - builtIn: path relative to `templates/` and bytes.
  ///   - own: the files of the site's `templates/` folder, with paths that begin with it.
  ///   - known: a theme whose files need not be read again where they are the same.
  package init(
    builtIn: [(path: String, bytes: [UInt8])], own: [SourceFile], language: String,
    reusing known: Theme? = nil, into log: inout Diagnostics
  ) {
    var files: [String: SourceFile] = [:]
    for file in own { files[String(file.path.dropFirst("templates/".count))] = file }
    var builtInFiles: [String: SourceFile] = [:]
    for file in builtIn {
      let new = SourceFile(path: "templates/" + file.path, bytes: file.bytes)
      let same = known?.builtInFiles[file.path].flatMap { $0.isSame(as: new) ? $0 : nil }
      builtInFiles[file.path] = same ?? new
      if files[file.path] == nil { files[file.path] = same ?? new }
    }
    self.builtInFiles = builtInFiles
    for file in files.values where file.path.hasSuffix(".html") { file.checkEncoding(into: &log) }
    for file in own where !Self.isKnown(file.path) {
      log.report(
        .unusedFile(
          among: builtIn.map(\.path), String(file.path.dropFirst("templates/".count)),
          at: file.start))
    }
    sourceFiles = files
    origin = SourceFile(path: "templates", bytes: []).start
    assets = files.filter { $0.key.hasPrefix("assets/") }.sorted { $0.key < $1.key }.map {
      ThemeAsset(name: String($0.key.dropFirst("assets/".count)), bytes: $0.value.bytes)
    }
    fingerprint = Fingerprint { input in
      for (path, file) in files.sorted(by: { $0.key < $1.key }) {
        input.add(path)
        input.add(file.bytes)
      }
    }
    // The site's own texts stand on top of the built-in ones, key by key.
    let strings = [
      builtInFiles.filter { $0.key.hasPrefix("strings/") },
      files.filter { $0.key.hasPrefix("strings/") && builtInFiles[$0.key] !== $0.value },
    ]
    stringsFingerprint = Fingerprint { input in
      input.add(language)
      for (layer, files) in strings.enumerated() {
        for (path, file) in files.sorted(by: { $0.key < $1.key }) {
          input.add(layer)
          input.add(path)
          input.add(file.bytes)
        }
      }
    }
    if let known, known.stringsFingerprint == stringsFingerprint {
      (phrases, stringsDiagnostics) = (known.phrases, known.stringsDiagnostics)
    } else {
      var found = Diagnostics()
      let entries = StringsReader.read(strings, language: language, into: &found)
      phrases = Phrasebook(entries, into: &found)
      for phrase in Phrase.allCases { phrase.check(in: phrases, at: origin, into: &found) }
      stringsDiagnostics = found
    }
    log.report(contentsOf: stringsDiagnostics)
    sources = TemplateSources(
      files.filter { $0.key.hasSuffix(".html") }, phrases: phrases,
      builtIn: Array(builtInFiles.values), reusing: known?.sources)
  }

  /// Whether a theme may hold a file of the path.
  private static func isKnown(_ path: String) -> Bool {
    path.hasSuffix(".html") || path.hasPrefix("templates/assets/")
      || path.hasPrefix("templates/strings/") && path.hasSuffix(".yaml")
  }

  /// The site's own templates, by path.
  var ownTemplates: [SourceFile] {
    sourceFiles.filter { $0.key.hasSuffix(".html") && builtInFiles[$0.key] !== $0.value }
      .sorted { $0.key < $1.key }.map(\.value)
  }

  /// The ids that templates write as they are.
  var literalIDs: Set<String> {
    sourceFiles.filter { $0.key.hasSuffix(".html") }.reduce(into: []) {
      $0.formUnion(PageAnchors.ids(in: $1.value.bytes))
    }
  }

  /// All files of the theme, by path relative to `templates/`.
  package var files: [(path: String, bytes: [UInt8])] {
    sourceFiles.map { ($0.key, $0.value.bytes) }.sorted { $0.path < $1.path }
  }

  /// Where the theme's and the content's assets stand, by their names: `assets/logo.svg`.
  func paths(with content: [ContentAsset]) -> [String: String] {
    let own = assets.map { ("assets/" + $0.name, $0.path) }
    return Dictionary(own + content.map { ($0.path, $0.path) }) { $1 }
  }

  /// Where each asset is, by its name.
  func addresses(below base: BaseAddress) -> [String: String] {
    Dictionary(uniqueKeysWithValues: assets.map { ($0.name, base.path + $0.path) })
  }
}

/// A file that pages load, at an address that changes with its bytes.
package struct ThemeAsset: Sendable {
  package let name: String
  package let bytes: [UInt8]
  /// Below the site's base: `assets/site.3f2a9c1b0d4e5f60.css`.
  package let path: String

  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    path = "assets/\(name[..<dot]).\(Fingerprint(of: bytes).text(digits: 16))\(name[dot...])"
  }
}

extension Phrase {
  /// Reports a text that is not there, or that names what it is not given.
  fileprivate func check(in phrases: Phrasebook, at origin: SourceSpan, into log: inout Diagnostics)
  {
    guard let used = phrases.parameters(of: rawValue) else {
      log.report(.unknownString(rawValue, among: phrases.keys, at: origin))
      return
    }
    if !Set(used).isSubset(of: parameters) {
      log.report(.stringArguments(rawValue, parameters, at: origin))
    }
  }
}
