import Content
package import Diagnosing
import Hashing
import Markup
import Presenting
import Reading
import System
package import Templating

/// The templates, texts and assets of a site: the built-in files, each of which the site may
/// replace with a file of its own at the same path.
package struct Theme: Sendable {
  package private(set) var sources: TemplateSources
  package let phrases: Phrasebook
  /// The fingerprint of the theme's files.
  let fingerprint: Fingerprint
  /// The fingerprint of the language and of every file of texts.
  let stringsFingerprint: Fingerprint
  /// Changes with the settings.
  let settingsFingerprint: Fingerprint
  private let stringsDiagnostics: Diagnostics
  /// The keys of the site's own texts.
  private let ownStrings: [Located<String>]
  private let sourceFiles: [String: SourceFile]
  private let builtInFiles: [String: SourceFile]
  /// A place for diagnostics that are not about a file.
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
    for file in files.values where Self.isTemplate(file.path) { file.checkEncoding(into: &log) }
    for file in own where !Self.isKnown(file.path, language: language) {
      let path = String(file.path.dropFirst("templates/".count))
      // A copy of the whole built-in theme holds the words of other languages, too.
      if builtInFiles[path]?.isSame(as: file) == true { continue }
      log.report(
        path.hasPrefix("strings/") && path.hasSuffix(".yaml")
          ? .unusedLanguage(language, at: file.start)
          : .unusedFile(among: builtIn.map(\.path), path, at: file.start))
    }
    sourceFiles = files
    origin = SourceFile(path: "templates", bytes: []).start
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
      ownStrings = previous.ownStrings
    } else {
      var found = Diagnostics()
      let entries = StringsReader.read(strings, language: language, into: &found)
      phrases = Phrasebook(entries, into: &found)
      for phrase in EnginePhrase.allCases { phrase.check(in: phrases, at: origin, into: &found) }
      stringsDiagnostics = found
      let ownTexts = Set(strings[1].values.map(ObjectIdentifier.init))
      ownStrings = entries.map(\.key).filter { ownTexts.contains(ObjectIdentifier($0.span.file)) }
    }
    log.report(contentsOf: stringsDiagnostics)
    let settings = files[Self.settingsFile]
    settingsFingerprint = Fingerprint(of: settings?.bytes ?? [])
    sources = TemplateSources(
      files.filter { Self.isTemplate($0.key) }, phrases: phrases,
      settings: ThemeSettings.read(settings, into: &log),
      builtIn: Array(builtInFiles.values), reusing: previous?.sources)
    checkOwnStrings(into: &log)
  }

  /// Reports texts of the site's own that neither the engine nor a template names, and texts with
  /// other values than the built-in ones: also where no page of this site shows them yet.
  private func checkOwnStrings(into log: inout Diagnostics) {
    if ownStrings.isEmpty { return }
    var ignored = Diagnostics()
    let texts = StringsReader.read([builtInFiles], language: "en", into: &ignored)
    let known = Phrasebook(texts, into: &ignored)
    let keys = known.keys
    let used = usedStrings
    let engine = Set(EnginePhrase.allCases.map(\.rawValue))
    for key in ownStrings where !used.contains(key.value[...]) {
      guard let values = known.parameters(of: key.value) else {
        log.report(.unusedString(key.value, among: keys, at: key.span))
        continue
      }
      // A text of the engine may leave values out.
      if !engine.contains(key.value), let own = phrases.parameters(of: key.value),
        own.sorted() != values.sorted()
      {
        let place = phrases.place(of: key.value) ?? key.span
        log.report(.stringParameters(key.value, given: values, at: place))
      }
    }
  }

  /// The names that stand behind `strings.` in the site's own templates.
  private var usedStrings: Set<Substring> {
    var names: Set<Substring> = []
    for template in ownTemplates {
      for part in template.span.text.split(on: "strings.").dropFirst() {
        names.insert(part.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
      }
    }
    return names
  }

  /// Returns the fingerprint of the theme's texts.
  ///
  /// - Parameter layers: the files of texts by path; each layer overrides the ones before.
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

  /// What the publisher may choose, relative to `templates/`.
  private static let settingsFile = "theme.yaml"

  /// Reports whether a theme may contain a file at the path.
  private static func isKnown(_ path: String, language: String) -> Bool {
    isTemplate(path) || path.hasPrefix("templates/assets/")
      || path == "templates/" + settingsFile
      || StringsReader.names(of: language).contains { path == "templates/strings/\($0).yaml" }
  }

  /// Reports whether a path is that of a template: of HTML, or of a file of text.
  private static func isTemplate(_ path: String) -> Bool {
    path.hasSuffix(".html")
      || TextFile.allCases.contains { path == $0.template || path == "templates/" + $0.template }
  }

  /// Returns the theme with templates that the engine makes, by path. Keeps the author's own.
  func adding(_ templates: [String: SourceFile]) -> Theme {
    var theme = self
    theme.sources = sources.adding(
      templates.filter { path, _ in builtInFiles[path] === sourceFiles[path] })
    return theme
  }

  /// Reports whether an asset is built in and not replaced by the author.
  func isBuiltIn(_ asset: SiteAssets.Asset) -> Bool {
    asset.owner == .theme && builtInFiles[asset.name] === sourceFiles[asset.name]
  }

  /// Reports whether a template or a script names an asset.
  func names(_ asset: String) -> Bool {
    let name = "\"\(asset.dropFirst("assets/".count))\""
    return sourceFiles.values.contains {
      ($0.path.hasSuffix(".html") || $0.path.hasSuffix(".js"))
        && $0.span.text.range(of: name) != nil
    }
  }

  /// The site's own templates, by path.
  var ownTemplates: [SourceFile] {
    sourceFiles.filter { $0.key.hasSuffix(".html") && builtInFiles[$0.key] !== $0.value }
      .sorted { $0.key < $1.key }.map(\.value)
  }

  /// The ids in the literal text of templates.
  var literalIDs: Set<String> {
    sourceFiles.filter { $0.key.hasSuffix(".html") }.reduce(into: []) {
      $0.formUnion(PageAnchors.ids(in: $1.value.bytes))
      $0.formUnion(PageAnchors.idArguments(in: String(decoding: $1.value.bytes, as: UTF8.self)))
    }
  }

  /// All files of the theme, by path relative to `templates/`.
  package var files: [(path: String, bytes: [UInt8])] {
    sourceFiles.map { ($0.key, $0.value.bytes) }.sorted { $0.path < $1.path }
  }

  /// The files that pages load, with paths that begin with `assets/`.
  var assets: [String: SourceFile] { sourceFiles.filter { $0.key.hasPrefix("assets/") } }
}

extension EnginePhrase {
  /// Reports a phrase that is missing, or that uses names for which it has no values.
  fileprivate func check(in phrases: Phrasebook, at origin: SourceSpan, into log: inout Diagnostics)
  {
    guard let used = phrases.parameters(of: rawValue) else {
      log.report(.unknownString(rawValue, among: phrases.keys, at: origin))
      return
    }
    if !Set(used).isSubset(of: parameters) {
      let place = phrases.place(of: rawValue) ?? origin
      log.report(.stringArguments(rawValue, parameters, at: place))
    }
  }
}
