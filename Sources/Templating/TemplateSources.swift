package import Diagnosing

/// The templates of a theme by path, such as `base.html`, and its texts.
package struct TemplateSources: Sendable {
  let files: [String: SourceFile]
  let phrases: Phrasebook
  private let parsed: [String: (template: ParsedTemplate, problems: Diagnostics)]

  /// - Parameter known: sources whose files need not be parsed again where they are the same.
  package init(
    _ files: [String: SourceFile], phrases: Phrasebook, reusing known: TemplateSources? = nil
  ) {
    self.files = files
    self.phrases = phrases
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

  package func contains(_ path: String) -> Bool { files[path] != nil }

  /// Whether a file stands at a path as it was.
  package func has(_ file: SourceFile, at path: String) -> Bool {
    files[path]?.isSame(as: file) == true
  }

  func parsed(_ path: String, _ file: SourceFile, into log: inout Diagnostics) -> ParsedTemplate {
    guard let found = parsed[path] else { return TemplateParser.parse(file, into: &log) }
    log.report(contentsOf: found.problems)
    return found.template
  }
}
