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
    guard !includes.contains(path), includes.count < Self.maxIncludes else {
      log.report(.circularInclude(name.value, at: name.span))
      return []
    }
    var inner = siteScope
    var typed: [TypedNode] = []
    for argument in arguments {
      guard let label = argument.label else {
        log.report(
          .syntax("values of an include have names: `name: value`", at: argument.value.span))
        continue
      }
      guard let value = checker(scope).check(argument.value, into: &log) else { return typed }
      let slot = newSlot()
      inner.bind(label.value, slot, value.type)
      typed.append(.assign(slot, value))
    }
    files[path] = file
    includes.append(path)
    defer { includes.removeLast() }
    let parsed = sources.parsed(path, file, into: &log)
    if let layout = parsed.layout {
      log.report(.syntax("only a page can extend a layout", at: layout.span))
    }
    return typed + check(parsed.nodes, &inner, into: &log)
  }
}
