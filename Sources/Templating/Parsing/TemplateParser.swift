import Diagnosing

/// Parses a template: segments to nodes, with an explicit stack for what is open.
struct TemplateParser {
  private static let maxDepth = 64

  /// A form that waits for its `end`.
  private struct Frame {
    enum Kind {
      case template
      case branch
      case loop(position: Located<String>?, element: Located<String>, list: Expression)
      case block(Located<String>)
    }
    let kind: Kind
    let span: SourceSpan
    var nodes: [Node] = []
    /// Of `if`: what is finished, and the conditions of what is open; nil in the `else` part.
    var branches: [Node.Branch] = []
    var conditions: [Node.Condition]?
    /// Of `for`: the body, once `else` has been seen.
    var body: [Node]?
    var hasElse = false
  }

  private var stack: [Frame]
  private var layout: Located<String>?

  static func parse(_ file: SourceFile, into log: inout Diagnostics) -> ParsedTemplate {
    let segments = LineTrimmer.trimmed(TemplateLexer.segments(of: file.span, into: &log))
    var parser = TemplateParser(stack: [Frame(kind: .template, span: file.start)])
    for segment in segments { parser.take(segment, into: &log) }
    return parser.finish(into: &log)
  }

  private init(stack: [Frame]) { self.stack = stack }

  private mutating func take(_ segment: TemplateLexer.Segment, into log: inout Diagnostics) {
    switch segment {
    case .text(let span): add(.text(span))
    case .escape(let span): add(.escape(span))
    case .code(let code, let whole): take(code, whole, into: &log)
    }
  }

  private mutating func add(_ node: Node) { stack[stack.count - 1].nodes.append(node) }

  private mutating func take(
    _ code: SourceSpan, _ whole: SourceSpan, into log: inout Diagnostics
  ) {
    let keyword = Keyword(code)
    if keyword == .comment { return }
    var parser = ExpressionParser(code, into: &log)
    switch keyword {
    case .if: open(.branch, whole, conditions: conditions(&parser, into: &log), into: &log)
    case .for: takeFor(&parser, whole, into: &log)
    case .else: takeElse(&parser, whole, into: &log)
    case .end:
      parser.advance()
      close(whole, into: &log)
    case .let: takeLet(&parser, into: &log)
    case .include: takeInclude(&parser, whole, into: &log)
    case .extends:
      parser.advance()
      layout = parser.path(into: &log)
    case .block:
      parser.advance()
      if let name = parser.name(into: &log) { open(.block(name), whole, into: &log) }
    case .raw:
      parser.advance()
      _ = parser.expect(":", into: &log)
      if let value = parser.expression(into: &log) { add(.output(value, isRaw: true)) }
    case .comment, nil:
      guard let value = parser.expression(into: &log) else { return }
      add(.output(value, isRaw: false))
    }
    parser.finish(into: &log)
  }

  private mutating func open(
    _ kind: Frame.Kind, _ span: SourceSpan, conditions: [Node.Condition]? = nil,
    into log: inout Diagnostics
  ) {
    if stack.count > Self.maxDepth {
      log.report(.syntax("forms are nested more than \(Self.maxDepth) levels deep", at: span))
    }
    stack.append(Frame(kind: kind, span: span, conditions: conditions))
  }

  /// `if a, let b = c`
  private func conditions(
    _ parser: inout ExpressionParser, into log: inout Diagnostics
  ) -> [Node.Condition] {
    parser.advance()
    var conditions: [Node.Condition] = []
    repeat {
      if parser.take(word: "let") {
        guard let name = parser.name(into: &log), parser.expect("=", into: &log),
          let value = parser.expression(into: &log)
        else { return conditions }
        conditions.append(.binding(name, value))
      } else if let value = parser.expression(into: &log) {
        conditions.append(.test(value))
      }
    } while parser.take(",")
    return conditions
  }

  /// `for x in list`, `for (i, x) in list.enumerated()`
  private mutating func takeFor(
    _ parser: inout ExpressionParser, _ whole: SourceSpan, into log: inout Diagnostics
  ) {
    parser.advance()
    var position: Located<String>?
    var element: Located<String>?
    if parser.take("(") {
      position = parser.name(into: &log)
      _ = parser.expect(",", into: &log)
      element = parser.name(into: &log)
      _ = parser.expect(")", into: &log)
    } else {
      element = parser.name(into: &log)
    }
    if !parser.take(word: "in") { log.report(.syntax("expected 'in'", at: parser.current.span)) }
    let list = parser.expression(into: &log)
    let anything = Expression(kind: .list([]), span: whole)
    open(
      .loop(
        position: position, element: element ?? Located("_", at: whole), list: list ?? anything),
      whole,
      into: &log)
  }

  private mutating func takeElse(
    _ parser: inout ExpressionParser, _ whole: SourceSpan, into log: inout Diagnostics
  ) {
    parser.advance()
    let isElseIf = parser.current.kind == .name("if")
    let conditions = isElseIf ? self.conditions(&parser, into: &log) : nil
    var frame = stack[stack.count - 1]
    switch frame.kind {
    case .branch where frame.conditions != nil:
      frame.branches.append(Node.Branch(conditions: frame.conditions ?? [], body: frame.nodes))
      frame.conditions = conditions
    case .loop where !frame.hasElse && !isElseIf:
      frame.body = frame.nodes
      frame.hasElse = true
    default:
      log.report(.unexpectedTag("else", at: whole))
      return
    }
    frame.nodes = []
    stack[stack.count - 1] = frame
  }

  private mutating func close(_ span: SourceSpan, into log: inout Diagnostics) {
    guard stack.count > 1, let frame = stack.popLast() else {
      log.report(.unexpectedTag("end", at: span))
      return
    }
    switch frame.kind {
    case .template: break
    case .branch:
      var branches = frame.branches
      if let conditions = frame.conditions {
        branches.append(Node.Branch(conditions: conditions, body: frame.nodes))
      }
      add(.branch(branches, otherwise: frame.conditions == nil ? frame.nodes : [], frame.span))
    case .loop(let position, let element, let list):
      add(
        .loop(
          Node.Loop(
            position: position, element: element, list: list, body: frame.body ?? frame.nodes,
            otherwise: frame.hasElse ? frame.nodes : [], span: frame.span)))
    case .block(let name): add(.block(name, frame.nodes))
    }
  }

  private mutating func takeLet(_ parser: inout ExpressionParser, into log: inout Diagnostics) {
    parser.advance()
    guard let name = parser.name(into: &log), parser.expect("=", into: &log),
      let value = parser.expression(into: &log)
    else { return }
    add(.assign(name, value))
  }

  private mutating func takeInclude(
    _ parser: inout ExpressionParser, _ whole: SourceSpan, into log: inout Diagnostics
  ) {
    parser.advance()
    guard let path = parser.path(into: &log) else { return }
    var arguments: [Expression.Argument] = []
    while parser.take(",") {
      guard let argument = parser.argument(into: &log) else { return }
      arguments.append(argument)
    }
    add(.include(path, arguments, whole))
  }

  private mutating func finish(into log: inout Diagnostics) -> ParsedTemplate {
    while stack.count > 1 {
      let span = stack[stack.count - 1].span
      log.report(.missingEnd(at: span))
      close(span, into: &log)
    }
    return ParsedTemplate(layout: layout, nodes: stack[0].nodes)
  }
}

/// What a tag begins with, when it is no expression.
enum Keyword: String {
  case `if`, `for`, `else`, end, `let`, include, extends, block, raw
  case comment = "//"

  init?(_ code: SourceSpan) {
    let text = code.file.bytes[code.range].drop { [0x20, 0x09, 0x0a, 0x0d].contains($0) }
    if text.starts(with: "//".utf8) {
      self = .comment
      return
    }
    let word = text.prefix { (0x61...0x7a).contains($0) }
    let next = text.dropFirst(word.count).first
    // `end` alone is a keyword, `end.x` or `ending` is a name.
    let isWord = next.map { [0x20, 0x09, 0x0a, 0x0d, UInt8(ascii: ":")].contains($0) } ?? true
    guard isWord, let keyword = Keyword(rawValue: String(decoding: word, as: UTF8.self)) else {
      return nil
    }
    if (keyword == .raw) != (next == UInt8(ascii: ":")) { return nil }
    self = keyword
  }

  /// Alone on its line it leaves no blank line behind.
  var isControl: Bool { self != .raw && self != .include }
}
