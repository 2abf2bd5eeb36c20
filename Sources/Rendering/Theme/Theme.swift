import Content
package import Diagnosing
import Hashing
import Presenting
import Reading
package import Templating

/// The templates, texts and assets of a site: the built-in files, of which the site may replace
/// each by a file with an equal path.
package struct Theme: Sendable {
  package let sources: TemplateSources
  package let phrases: Phrasebook
  /// Assets have names such as `site.css`.
  package let assets: [ThemeAsset]
  /// Changes with every file of the theme.
  let fingerprint: Fingerprint
  /// Changes with the language, and with every file of texts.
  let stringsFingerprint: Fingerprint
  private let stringsDiagnostics: Diagnostics
  private let sourceFiles: [String: SourceFile]
  private let builtInFiles: [String: SourceFile]
  /// A place for diagnostics that concern no file.
  package let origin: SourceSpan

  /// - Parameters:
  ///   - builtIn: the path, relative to `templates/`, and the bytes of each built-in file.
  ///   - own: the files of the site's `templates/` folder; their paths begin with that name.
  ///   - previous: a theme whose files are reused if they are equal.
  package init(
    builtIn: [(path: String, bytes: [UInt8])], own: [SourceFile], language: String,
    reusing previous: Theme? = nil, into log: inout Diagnostics
  ) {
    var files: [String: SourceFile] = [:]
    for file in own { files[String(file.path.dropFirst("templates/".count))] = file }
    var builtInFiles: [String: SourceFile] = [:]
    for file in builtIn {
      let new = SourceFile(path: "templates/" + file.path, bytes: file.bytes)
      let same = previous?.builtInFiles[file.path].flatMap { $0.isSame(as: new) ? $0 : nil }
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
    // The site's own texts override the built-in ones, key by key.
    let strings = [
      builtInFiles.filter { $0.key.hasPrefix("strings/") },
      files.filter { $0.key.hasPrefix("strings/") && builtInFiles[$0.key] !== $0.value },
    ]
    stringsFingerprint = Self.fingerprint(of: strings, language: language)
    if let previous, previous.stringsFingerprint == stringsFingerprint {
      (phrases, stringsDiagnostics) = (previous.phrases, previous.stringsDiagnostics)
    } else {
      var found = Diagnostics()
      let entries = StringsReader.read(strings, language: language, into: &found)
      phrases = Phrasebook(entries, into: &found)
      for phrase in EnginePhrase.allCases { phrase.check(in: phrases, at: origin, into: &found) }
      stringsDiagnostics = found
    }
    log.report(contentsOf: stringsDiagnostics)
    sources = TemplateSources(
      files.filter { $0.key.hasSuffix(".html") }, phrases: phrases,
      builtIn: Array(builtInFiles.values), reusing: previous?.sources)
  }

  /// - Parameter layers: the files of texts by path, each layer overriding the ones before.
  private static func fingerprint(
    of layers: [[String: SourceFile]], language: String
  ) -> Fingerprint {
    Fingerprint { input in
      input.add(language)
      for (layer, files) in layers.enumerated() {
        for (path, file) in files.sorted(by: { $0.key < $1.key }) {
          input.add(layer)
          input.add(path)
          input.add(file.bytes)
        }
      }
    }
  }

  /// Whether a theme may contain a file at the path.
  private static func isKnown(_ path: String) -> Bool {
    path.hasSuffix(".html") || path.hasPrefix("templates/assets/")
      || path.hasPrefix("templates/strings/") && path.hasSuffix(".yaml")
  }

  /// The site's own templates, by path.
  var ownTemplates: [SourceFile] {
    sourceFiles.filter { $0.key.hasSuffix(".html") && builtInFiles[$0.key] !== $0.value }
      .sorted { $0.key < $1.key }.map(\.value)
  }

  /// The ids that templates contain as literal text.
  var literalIDs: Set<String> {
    sourceFiles.filter { $0.key.hasSuffix(".html") }.reduce(into: []) {
      $0.formUnion(PageAnchors.ids(in: $1.value.bytes))
    }
  }

  /// All files of the theme, by path relative to `templates/`.
  package var files: [(path: String, bytes: [UInt8])] {
    sourceFiles.map { ($0.key, $0.value.bytes) }.sorted { $0.path < $1.path }
  }

  /// The paths of the theme's and the content's assets, by name: `assets/logo.svg`.
  func paths(with content: [ContentAsset]) -> [String: String] {
    let own = assets.map { ("assets/" + $0.name, $0.path) }
    return Dictionary(own + content.map { ($0.path, $0.path) }) { $1 }
  }

  /// The address of each asset, by name.
  func addresses(below base: BaseAddress) -> [String: String] {
    Dictionary(uniqueKeysWithValues: assets.map { ($0.name, base.path + $0.path) })
  }
}

/// A file that pages load. Its address changes with its bytes.
package struct ThemeAsset: Sendable {
  package let name: String
  package let bytes: [UInt8]
  /// The path below the site's base, such as `assets/site.3f2a9c1b0d4e5f60.css`.
  package let path: String

  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    path = "assets/\(name[..<dot]).\(Fingerprint(of: bytes).text(digits: 16))\(name[dot...])"
  }
}

extension EnginePhrase {
  /// Reports a phrase that is missing, or that uses names it has no values for.
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
