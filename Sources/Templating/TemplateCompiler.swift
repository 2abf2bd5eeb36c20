package import Diagnosing

/// Compiles checked templates.
///
/// Input: the text of a template and the names that it may use. Output: a `Template`, or
/// diagnostics for everything that is wrong. The compiler knows nothing of vendors.
package struct TemplateCompiler: Sendable {
  private let sources: TemplateSources
  private let functions: [String: HostFunction]
  private let unsafeHTML: Bool
  private let limits: RenderingLimits
  /// Of all templates that it makes.
  package let overruns: TemplateOverruns

  /// - Parameter overruns: those of an earlier compiler, some of whose templates are still used.
  package init(
    sources: TemplateSources, functions: [HostFunction], unsafeHTML: Bool,
    limits: RenderingLimits = .page, overruns: TemplateOverruns = TemplateOverruns()
  ) {
    self.sources = sources
    self.limits = limits
    self.overruns = overruns
    self.functions = Dictionary(uniqueKeysWithValues: functions.map { ($0.name, $0) })
    self.unsafeHTML = unsafeHTML
  }

  /// Compiles a template of the theme.
  ///
  /// - Parameters:
  ///   - isPlainText: whether the file is no HTML, so that values are written as they are.
  ///   - origin: the place to report a missing template at.
  /// - Returns: nil if an error was reported.
  package func compile(
    _ path: String, schema: PageSchema, isPlainText: Bool = false, from origin: SourceSpan,
    into log: inout Diagnostics
  ) -> Template? {
    guard let file = sources.files[path] else {
      log.report(.unknownTemplate(path, among: sources.names, at: origin))
      return nil
    }
    var found = Diagnostics()
    var checker = checker(schema)
    checker.isPlainText = isPlainText
    let nodes = checker.check(path, file, into: &found)
    for problem in found.sorted { log.report(marked(problem)) }
    if found.hasErrors { return nil }
    return Template(
      nodes: nodes, slotCount: checker.slotCount, files: checker.files, limits: limits,
      overruns: overruns, start: file.start)
  }

  /// Compiles a text of the content, such as a sentence of the assessment, to plain text.
  ///
  /// YAML may have folded the text, so problems are reported for the text as a whole.
  package func compile(
    text: Located<String>, schema: PageSchema, into log: inout Diagnostics
  ) -> Template? {
    let file = SourceFile(path: text.span.file.path, text: text.value)
    var found = Diagnostics()
    let parsed = TemplateParser.parse(file, into: &found)
    var checker = checker(schema)
    checker.isPlainText = true
    let nodes = checker.check(parsed.nodes, into: &found)
    for problem in found.sorted {
      log.report(
        Diagnostic(
          problem.rule, Diagnostic.Message(problem.message), at: text.span,
          suggestion: problem.suggestion))
    }
    return found.hasErrors
      ? nil
      : Template(
        nodes: nodes, slotCount: checker.slotCount, limits: limits, overruns: overruns,
        start: text.span)
  }

  /// Adds a note to a problem in a file that the author does not have, saying where the file comes
  /// from.
  private func marked(_ problem: Diagnostic) -> Diagnostic {
    guard sources.isBuiltIn(problem.span.file) else { return problem }
    return Diagnostic(
      problem.rule, Diagnostic.Message(problem.message + " [built-in]"),
      at: problem.span, suggestion: problem.suggestion, notes: problem.notes)
  }

  private func checker(_ schema: PageSchema) -> TemplateChecker {
    TemplateChecker(sources: sources, functions: functions, schema: schema, allowsRaw: unsafeHTML)
  }
}
