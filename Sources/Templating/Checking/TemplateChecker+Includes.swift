import Diagnosing

extension TemplateChecker {
  private static let maxIncludes = 24

  mutating func include(
    _ name: Located<String>, _ arguments: [Expression.Argument], _ span: SourceSpan, _ scope: Scope,
    into log: inout Diagnostics
  ) -> [TypedNode] {
    let path = name.value.hasSuffix(".html") ? name.value : name.value + ".html"
    guard let file = sources.files[path] else {
      log.report(.unknownTemplate(name.value, among: sources.names, at: name.span))
      return []
    }
    guard !includes.contains(path) else {
      log.report(.circularInclude(name.value, at: name.span))
      return []
    }
    guard includes.count < Self.maxIncludes else {
      log.report(.includeDepth("includes", Self.maxIncludes, at: name.span))
      return []
    }
    files[path] = file
    includes.append(path)
    defer { includes.removeLast() }
    var found = Diagnostics()
    let parsed = sources.parsed(path, file, into: &found)
    if let layout = parsed.layout {
      found.report(.syntax("only a page can extend a layout", at: layout.span))
    }
    var inner = siteScope
    var typed: [TypedNode] = []
    let given = Set(arguments.compactMap(\.label?.value))
    for argument in arguments {
      typed += bind(argument, of: name.value, parsed.names, given, scope, &inner, into: &log)
    }
    typed += check(parsed.nodes, &inner, into: &found)
    for problem in found.sorted { log.report(traced(problem, from: name.span)) }
    return typed
  }

  /// Binds an argument of an include. An invalid argument counts as bound, to avoid a second
  /// report.
  private mutating func bind(
    _ argument: Expression.Argument, of path: String, _ used: Set<String>, _ given: Set<String>,
    _ scope: Scope, _ inner: inout Scope, into log: inout Diagnostics
  ) -> [TypedNode] {
    let value = checker(scope).check(argument.value, into: &log)
    guard let label = argument.label else {
      log.report(
        .syntax("values of an include have names: `name: value`", at: argument.value.span))
      return []
    }
    // The author cannot change an include in the built-in theme, which passes more than a template
    // needs.
    if !used.contains(label.value), !sources.isBuiltIn(label.span.file) {
      log.report(
        .unusedArgument(
          label.value, of: path,
          among: used.subtracting(siteScope.names.keys).subtracting(given).sorted(),
          at: label.span))
    }
    guard let value else {
      inner.bindBroken(label.value)
      return []
    }
    let slot = newSlot()
    inner.bind(parameter: label.value, slot, value.type)
    return [.assign(slot, value)]
  }

  /// Adds the include to a problem in an included template. A problem in a built-in template is
  /// reported at the innermost place that is in one of the author's files.
  private func traced(_ problem: Diagnostic, from include: SourceSpan) -> Diagnostic {
    let isMoved =
      sources.isBuiltIn(problem.span.file) && !sources.isBuiltIn(include.file)
    let note =
      isMoved
      ? Diagnostic.Note("this is where it goes wrong [built-in]", at: problem.span)
      : Diagnostic.Note(
        sources.isBuiltIn(include.file) ? "included from here [built-in]" : "included from here",
        at: include)
    return Diagnostic(
      problem.rule, Diagnostic.Message(problem.message),
      at: isMoved ? include : problem.span, suggestion: isMoved ? nil : problem.suggestion,
      notes: problem.notes + [note])
  }
}
