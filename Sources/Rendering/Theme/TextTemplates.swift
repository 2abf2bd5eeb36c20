import Diagnosing
import Presenting
import Templating

/// The compiled templates of the files that programs read as text.
struct TextTemplates: Sendable {
  private let templates: [TextFile: Template]

  /// - Returns: nil if an error was reported.
  init?(_ compiler: TemplateCompiler, of theme: Theme, into log: inout Diagnostics) {
    var templates: [TextFile: Template] = [:]
    for file in TextFile.allCases {
      templates[file] = compiler.compile(
        file.template, schema: file.schema, isPlainText: true, from: theme.origin, into: &log)
    }
    if templates.count < TextFile.allCases.count { return nil }
    self.templates = templates
  }

  subscript(file: TextFile) -> Template {
    guard let template = templates[file] else {
      preconditionFailure("there is a template of every file of text")
    }
    return template
  }
}
