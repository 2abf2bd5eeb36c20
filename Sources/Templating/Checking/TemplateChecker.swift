import Diagnosing

/// Checks a template with its layouts and includes, and puts them together to one tree.
///
/// Includes are checked where they are used, because what they see and the HTML around them differ
/// from place to place; a bound on the parts of the whole keeps that finite.
struct TemplateChecker {
  private static let maxParts = 50_000
  private static let maxIncludes = 24

  let sources: TemplateSources
  let functions: [String: HostFunction]
  let schema: PageSchema
  let allowsRaw: Bool
  /// True for a text that is not HTML, where nothing is escaped.
  var isPlainText = false
  private var parts = 0
  private var includes: [String] = []
  private var context = HTMLContext()
  private var nextSlot = 0
  private(set) var slotCount = 0
  /// All that was looked at, by path.
  private(set) var files: [String: SourceFile] = [:]
  private var siteScope = Scope()

  init(
    sources: TemplateSources, functions: [String: HostFunction], schema: PageSchema, allowsRaw: Bool
  ) {
    self.sources = sources
    self.functions = functions
    self.schema = schema
    self.allowsRaw = allowsRaw
  }

  mutating func check(_ path: String, _ file: SourceFile, into log: inout Diagnostics)
    -> [TypedNode]
  {
    includes = [path]
    var resolver = LayoutResolver(sources: sources)
    let nodes = resolver.resolve(path, file, into: &log)
    files = resolver.files
    return check(nodes, into: &log)
  }

  mutating func check(_ nodes: [Node], into log: inout Diagnostics) -> [TypedNode] {
    var scope = Scope()
    for member in schema.globals + schema.site {
      let slot = newSlot()
      scope.bind(member.name, slot, member.type)
      if schema.site.contains(where: { $0.name == member.name }) {
        siteScope.bind(member.name, slot, member.type)
      }
    }
    let typed = check(nodes, &scope, into: &log)
    if !isPlainText, context != HTMLContext(), let last = nodes.last?.span {
      log.report(.unbalancedMarkup(at: last))
    }
    return typed
  }

  private mutating func newSlot() -> Int {
    defer { nextSlot += 1 }
    slotCount = max(slotCount, nextSlot + 1)
    return nextSlot
  }

  private mutating func check(
    _ nodes: [Node], _ scope: inout Scope, into log: inout Diagnostics
  ) -> [TypedNode] {
    var typed: [TypedNode] = []
    for node in nodes {
      parts += 1
      guard parts <= Self.maxParts else {
        if parts == Self.maxParts + 1 { log.report(.templateSize(Self.maxParts, at: node.span)) }
        return typed
      }
      typed += check(node, &scope, into: &log)
    }
    return typed
  }

  /// A part with names of its own.
  private mutating func checkBody(
    _ nodes: [Node], _ scope: Scope, into log: inout Diagnostics
  ) -> [TypedNode] {
    var inner = scope
    return check(nodes, &inner, into: &log)
  }

  private mutating func check(
    _ node: Node, _ scope: inout Scope, into log: inout Diagnostics
  ) -> [TypedNode] {
    switch node {
    case .text(let span):
      let bytes = span.file.bytes[span.range]
      context.pass(bytes)
      return bytes.isEmpty ? [] : [.bytes(Array(bytes))]
    case .escape:
      context.pass("\\(".utf8)
      return [.bytes(Array("\\(".utf8))]
    case .output(let expression, let isRaw):
      return [.mark(Origin(span: node.span))] + output(expression, isRaw: isRaw, scope, into: &log)
    case .branch(let branches, let otherwise, let span):
      return [.mark(Origin(span: span))] + branch(branches, otherwise, span, scope, into: &log)
    case .loop(let loop):
      return [.mark(Origin(span: loop.span))] + self.loop(loop, scope, into: &log)
    case .assign(let name, let expression):
      guard let value = checker(scope).check(expression, into: &log) else {
        // The name is known all the same, so that one mistake is not reported at every use.
        return []
      }
      let slot = newSlot()
      scope.bind(name.value, slot, value.type)
      return [.assign(slot, value)]
    case .include(let path, let arguments, let span):
      return include(path, arguments, span, scope, into: &log)
    case .block(_, let body): return checkBody(body, scope, into: &log)
    }
  }

  private func checker(_ scope: Scope) -> ExpressionChecker {
    ExpressionChecker(scope: scope, phrases: sources.phrases, functions: functions)
  }

  private mutating func output(
    _ expression: Expression, isRaw: Bool, _ scope: Scope, into log: inout Diagnostics
  ) -> [TypedNode] {
    let value = checker(scope).check(expression, into: &log)
    let place = isPlainText ? .success(.raw) : context.place
    context.passValue()
    guard let value else { return [] }
    switch place {
    case .failure(let refusal):
      log.report(.unsafePlace(refusal.description, at: expression.span))
      return []
    case .success(let place):
      guard let problem = problem(value, place, isRaw: isRaw, expression.span) else {
        let isMarkup = value.type == .html && place == .text
        return [.output(value, isRaw || isMarkup ? .raw : place)]
      }
      log.report(problem)
      return []
    }
  }

  /// Why a value cannot be written at a place.
  private func problem(
    _ value: TypedExpression, _ place: Place, isRaw: Bool, _ span: SourceSpan
  ) -> Diagnostic? {
    if value.type == .nothing || value.type.wrapped != nil { return .mayBeNil(at: span) }
    switch value.type {
    case .text, .number:
      if isRaw, value.type == .text, !allowsRaw, !value.isConstant { return .rawContent(at: span) }
      return nil
    case .html:
      return place == .text || isPlainText
        ? nil : .typeMismatch("HTML can stand only between tags", at: span)
    case .bool:
      return place == .json ? nil : .typeMismatch("this is a truth value, not text", at: span)
    default: return .typeMismatch("this is \(value.type.name), not text", at: span)
    }
  }

  private mutating func branch(
    _ branches: [Node.Branch], _ otherwise: [Node], _ span: SourceSpan, _ scope: Scope,
    into log: inout Diagnostics
  ) -> [TypedNode] {
    let start = context
    var ends: [HTMLContext] = []
    let typed = branches.map { branch in
      context = start
      var inner = scope
      let conditions = branch.conditions.compactMap { condition(&inner, $0, into: &log) }
      let body = check(branch.body, &inner, into: &log)
      ends.append(context)
      return TypedNode.Branch(conditions: conditions, body: body)
    }
    context = start
    let rest = checkBody(otherwise, scope, into: &log)
    if ends.contains(where: { $0 != context }) { log.report(.unbalancedMarkup(at: span)) }
    return [.branch(typed, otherwise: rest)]
  }

  private mutating func condition(
    _ scope: inout Scope, _ condition: Node.Condition, into log: inout Diagnostics
  ) -> TypedNode.Condition? {
    switch condition {
    case .test(let expression):
      guard let value = checker(scope).check(expression, into: &log) else { return nil }
      if value.type == .bool { return .test(value) }
      let hint = value.type.wrapped == nil ? "" : "; compare it with nil, or use 'if let'"
      log.report(
        .typeMismatch(
          "a condition is a truth value, this is \(value.type.name)\(hint)", at: expression.span))
      return nil
    case .binding(let name, let expression):
      guard let value = checker(scope).check(expression, into: &log) else { return nil }
      guard let wrapped = value.type.wrapped else {
        log.report(
          .typeMismatch("this is never nil, so there is nothing to test", at: expression.span))
        return nil
      }
      let slot = newSlot()
      scope.bind(name.value, slot, wrapped)
      return .binding(slot, value)
    }
  }

  private mutating func loop(
    _ loop: Node.Loop, _ scope: Scope, into log: inout Diagnostics
  ) -> [TypedNode] {
    let list = checker(scope).check(loop.list, into: &log)
    var element = TemplateType.nothing
    if let list {
      if case .list(let type) = list.type {
        element = type
      } else if list.type.wrapped != nil {
        log.report(.mayBeNil(at: loop.list.span))
      } else {
        log.report(.typeMismatch("this is \(list.type.name), not a list", at: loop.list.span))
      }
    }
    let start = context
    var inner = scope
    let position = loop.position.map { _ in newSlot() }
    if let position, let name = loop.position { inner.bind(name.value, position, .number) }
    let slot = newSlot()
    inner.bind(loop.element.value, slot, element)
    guard let list, case .list = list.type else { return [] }
    let body = check(loop.body, &inner, into: &log)
    let end = context
    context = start
    let otherwise = checkBody(loop.otherwise, scope, into: &log)
    if end != start || context != start { log.report(.unbalancedMarkup(at: loop.span)) }
    return [.loop(position: position, element: slot, list: list, body: body, otherwise: otherwise)]
  }

  private mutating func include(
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

extension TypedExpression {
  /// Written in the template or in the theme's strings.
  var isConstant: Bool { if case .constant = kind { true } else { false } }
}

extension Node {
  var span: SourceSpan {
    switch self {
    case .text(let span), .escape(let span): span
    case .output(let expression, _): expression.span
    case .branch(_, _, let span), .include(_, _, let span): span
    case .loop(let loop): loop.span
    case .assign(let name, _): name.span
    case .block(let name, _): name.span
    }
  }
}
