import Diagnosing
import Markup

/// Checks a template with its layouts and includes, and combines them into one tree.
///
/// Includes are checked at each use, because the visible names and the surrounding HTML differ from
/// place to place. A limit on the size of the whole keeps this finite.
struct TemplateChecker {
  private static let maxParts = 50_000

  let sources: TemplateSources
  let functions: [String: HostFunction]
  let schema: PageSchema
  let allowsRaw: Bool
  /// Whether the text is not HTML, so that nothing is escaped.
  var isPlainText = false
  /// The open templates, outermost first.
  var includes: [String] = []
  var markup = MarkupFollower()
  /// The files that were read, by path.
  var files: [String: SourceFile] = [:]
  private(set) var siteScope = Scope()
  private var parts = 0
  private var textBytes = 0
  private var nextSlot = 0
  private(set) var slotCount = 0

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
    if !isPlainText, let last = nodes.last?.span { markup.finish(at: last, into: &log) }
    return typed
  }

  mutating func newSlot() -> Int {
    defer { nextSlot += 1 }
    slotCount = max(slotCount, nextSlot + 1)
    return nextSlot
  }

  func checker(_ scope: Scope) -> ExpressionChecker {
    ExpressionChecker(
      scope: scope, sources: sources, functions: functions,
      hidden: includes.count > 1 ? Set(schema.globals.map(\.name)) : [])
  }

  mutating func check(
    _ nodes: [Node], _ scope: inout Scope, into log: inout Diagnostics
  ) -> [TypedNode] {
    var typed: [TypedNode] = []
    var rest = nodes[...]
    while let node = rest.popFirst() {
      guard count(node, into: &log) else { return typed }
      if case .output(let expression, let isRaw) = node {
        let output = OutputNode(expression: expression, isRaw: isRaw)
        check(output, before: &rest, after: &typed, scope, into: &log)
      } else {
        typed += check(node, &scope, into: &log)
      }
    }
    return typed
  }

  /// Counts a node. Returns false when the template is too large, which is reported once.
  private mutating func count(_ node: Node, into log: inout Diagnostics) -> Bool {
    let mostBytes = Bounds.templateMegabytes << 20
    guard parts <= Self.maxParts, textBytes <= mostBytes else { return false }
    parts += 1
    if case .text(let span) = node { textBytes += span.range.count }
    if parts > Self.maxParts {
      log.report(.templateSize("\(Self.maxParts) parts", at: node.span))
    } else if textBytes > mostBytes {
      log.report(.templateSize("\(Bounds.templateMegabytes) MB of text", at: node.span.head))
    } else {
      return true
    }
    return false
  }

  /// Checks a part with a scope of its own.
  mutating func checkBody(
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
      if !isPlainText { markup.pass(span, into: &log) }
      return span.bytes.isEmpty ? [] : [.bytes(Array(span.bytes))]
    case .escape(let span):
      if !isPlainText { markup.pass("\\(", at: span, into: &log) }
      return [.bytes(Array("\\(".utf8))]
    case .output: return []
    case .branch(let branches, let otherwise, let span):
      return [.mark(Origin(span: span))] + branch(branches, otherwise, span, scope, into: &log)
    case .loop(let loop):
      return [.mark(Origin(span: loop.span))] + self.loop(loop, scope, into: &log)
    case .assign(let name, let expression):
      return assign(name, expression, &scope, into: &log)
    case .include(let path, let arguments, let span):
      return include(path, arguments, span, scope, into: &log)
    case .block(_, let body): return checkBody(body, scope, into: &log)
    case .fallback(let name, let expression):
      if scope[name.value] != nil || scope.isBroken(name.value) { return [] }
      guard let value = checker(scope).check(expression, into: &log) else {
        scope.bindBroken(name.value)
        return []
      }
      let slot = newSlot()
      scope.bind(parameter: name.value, slot, value.type)
      return [.assign(slot, value, name.span)]
    }
  }

  private mutating func assign(
    _ name: Located<String>, _ expression: Expression, _ scope: inout Scope,
    into log: inout Diagnostics
  ) -> [TypedNode] {
    guard let value = checker(scope).check(expression, into: &log) else {
      scope.bindBroken(name.value)
      return []
    }
    let slot = newSlot()
    scope.bind(name.value, slot, value.type)
    return [.assign(slot, value, name.span)]
  }
}

extension Node {
  var span: SourceSpan {
    switch self {
    case .text(let span), .escape(let span): span
    case .output(let expression, _): expression.span
    case .branch(_, _, let span), .include(_, _, let span): span
    case .loop(let loop): loop.span
    case .assign(let name, _), .fallback(let name, _): name.span
    case .block(let name, _): name.span
    }
  }
}
