package import Diagnosing

/// The templates of a theme by path, such as `base.html`, and its texts.
package struct TemplateSources: Sendable {
  let files: [String: SourceFile]
  let phrases: Phrasebook
  private let parsed: [String: (template: ParsedTemplate, problems: Diagnostics)]

  package init(_ files: [String: SourceFile], phrases: Phrasebook) {
    self.files = files
    self.phrases = phrases
    parsed = files.mapValues { file in
      var problems = Diagnostics()
      let template = TemplateParser.parse(file, into: &problems)
      return (template, problems)
    }
  }

  var names: [String] {
    files.keys.sorted().map { $0.hasSuffix(".html") ? String($0.dropLast(5)) : $0 }
  }

  package func contains(_ path: String) -> Bool { files[path] != nil }

  func parsed(_ path: String, _ file: SourceFile, into log: inout Diagnostics) -> ParsedTemplate {
    guard let found = parsed[path] else { return TemplateParser.parse(file, into: &log) }
    log.report(contentsOf: found.problems)
    return found.template
  }
}
