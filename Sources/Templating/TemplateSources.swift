package import Diagnosing
import Markup

/// The templates of a theme by path, such as `base.html`, and its texts.
package struct TemplateSources: Sendable {
  let files: [String: SourceFile]
  let phrases: Phrasebook
  let settings: TemplateSettings
  private let builtIn: Set<ObjectIdentifier>
  private let parsed: [String: (template: ParsedTemplate, problems: Diagnostics)]

  /// - Parameters:
  ///   - builtIn: the theme's files that the author does not have, including files of texts.
  ///   - known: sources whose parsed files are reused where the file is unchanged.
  package init(
    _ files: [String: SourceFile], phrases: Phrasebook, settings: TemplateSettings = .none,
    builtIn: [SourceFile] = [], reusing known: TemplateSources? = nil
  ) {
    self.init(
      files, phrases: phrases, settings: settings,
      builtIn: Set(builtIn.map(ObjectIdentifier.init)), reusing: known)
  }

  /// Returns the sources with additional files that the engine makes.
  package func adding(_ made: [String: SourceFile]) -> TemplateSources {
    TemplateSources(
      files.merging(made) { $1 }, phrases: phrases, settings: settings,
      builtIn: builtIn.union(made.values.map(ObjectIdentifier.init)), reusing: self)
  }

  private init(
    _ files: [String: SourceFile], phrases: Phrasebook, settings: TemplateSettings,
    builtIn: Set<ObjectIdentifier>, reusing known: TemplateSources?
  ) {
    self.files = files
    self.builtIn = builtIn
    self.phrases = phrases
    self.settings = settings
    var parsed: [String: (template: ParsedTemplate, problems: Diagnostics)] = [:]
    for (path, file) in files {
      if known?.files[path] === file, let same = known?.parsed[path] {
        parsed[path] = same
        continue
      }
      var problems = Diagnostics()
      let template = TemplateParser.parse(file, into: &problems)
      parsed[path] = (template, problems)
    }
    self.parsed = parsed
  }

  var names: [String] {
    files.keys.sorted().map { $0.hasSuffix(".html") ? String($0.dropLast(5)) : $0 }
  }

  /// Reports whether a file is built in, and not one of the author's.
  func isBuiltIn(_ file: SourceFile) -> Bool { builtIn.contains(ObjectIdentifier(file)) }

  package func contains(_ path: String) -> Bool { files[path] != nil }

  /// Reports whether the file at a path is unchanged.
  package func has(_ file: SourceFile, at path: String) -> Bool {
    files[path]?.isSame(as: file) == true
  }

  func parsed(_ path: String, _ file: SourceFile, into log: inout Diagnostics) -> ParsedTemplate {
    guard let found = parsed[path] else { return TemplateParser.parse(file, into: &log) }
    log.report(contentsOf: found.problems)
    return found.template
  }

  /// Reports the settings that no template reads.
  package func reportUnusedSettings(into log: inout Diagnostics) {
    if settings.values.isEmpty { return }
    var reads = SettingReads()
    for (template, _) in parsed.values { reads.add(template.nodes) }
    for value in settings.values where !reads.contain(value.value) {
      log.report(.unusedSetting(value.value, at: value.span))
    }
  }

  /// Reports the author's templates that no page uses, and their syntax errors.
  ///
  /// - Parameter used: the paths of the files that pages are made from.
  package func reportUnused(besides used: Set<String>, into log: inout Diagnostics) {
    let builtIn = files.filter { isBuiltIn($0.value) }.map(\.key)
    for (path, file) in files.sorted(by: { $0.key < $1.key })
    where !used.contains(path) && !isBuiltIn(file) {
      if let found = parsed[path] { log.report(contentsOf: found.problems) }
      log.report(.unusedFile(among: builtIn, path, at: file.start))
    }
  }
}
