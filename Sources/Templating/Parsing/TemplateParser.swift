import Diagnosing
import Markup

/// Parses segments into nodes, with an explicit stack of open forms.
struct TemplateParser {
  private static let maxDepth = 64

  /// An open form, which needs an `end`.
  struct Frame {
    enum Kind {
      case template
      case branch
      case loop(LoopHead)
      case block(Located<String>)
    }
    var kind: Kind
    let span: SourceSpan
    var nodes: [Node] = []
    /// The finished branches of an `if`.
    var branches: [Node.Branch] = []
    /// The conditions of the open branch of an `if`; nil in the `else` part.
    var conditions: [Node.Condition]?
    /// The body of a `for` whose `else` has been read.
    var body: [Node]?
    var hasElse = false
  }

  /// The parts of `for …`.
  struct LoopHead {
    var position: Located<String>?
    let element: Located<String>
    let list: Expression
    let filter: Expression?
  }

  var stack: [Frame]
  var layout: Located<String>?
  /// The blocks of the file, by name.
  var blocks: [String: SourceSpan] = [:]
  /// Whether a tag of another language was reported; only the first one is.
  private var hasForeignTag = false
  /// Whether a mistake was reported that leaves open which `end` belongs to what.
  private var isLost = false
  /// The first form that an `end` closed although, by its indentation, the `end` belongs to
  /// another.
  private var suspect: SourceSpan?
  /// The script and style elements of the file, once a tag has asked for them.
  private var rawElements: RawElements?

  static func parse(_ file: SourceFile, into log: inout Diagnostics) -> ParsedTemplate {
    var found = Diagnostics()
    var parser = TemplateParser(stack: [Frame(kind: .template, span: file.start)])
    if file.bytes.count > Bounds.templateMegabytes << 20 {
      // A file that is too large for any purpose was reported when it was read.
      if file.bytes.count <= Bounds.fileMegabytes << 20 {
        log.report(.templateSize("\(Bounds.templateMegabytes) MB of text", at: file.start))
      }
      return parser.finish(into: &log)
    }
    let segments = LineTrimmer.trimmed(TemplateLexer.segments(of: file.text, into: &found))
    parser.isLost = found.hasErrors
    for segment in segments { parser.take(segment, into: &found) }
    let template = parser.finish(into: &found)
    if !found.hasErrors { IdleCode.report(in: template.nodes, into: &found) }
    log.report(contentsOf: found)
    return template
  }

  private init(stack: [Frame]) { self.stack = stack }

  private mutating func take(_ segment: TemplateLexer.Segment, into log: inout Diagnostics) {
    switch segment {
    case .text(let span):
      if !hasForeignTag { hasForeignTag = WrongSpelling.check(span, into: &log) }
      add(.text(span))
    case .escape(let span): add(.escape(span))
    case .code(let code, let whole): take(code, whole, into: &log)
    }
  }

  mutating func add(_ node: Node) { stack[stack.count - 1].nodes.append(node) }

  private mutating func take(
    _ code: SourceSpan, _ whole: SourceSpan, into log: inout Diagnostics
  ) {
    let keyword = Keyword(code)
    if keyword == .comment { return }
    if let wrong = WrongKeyword(code) {
      log.report(.syntax("'\(wrong.text)' is written '\(wrong.keyword)'", at: code))
      isLost = true
      if wrong.keyword == "end" { close(whole, into: &log) }
      return
    }
    if keyword == nil, let wrong = WrongStatement(code), rawElement(at: whole) == nil {
      return take(wrong, code, whole, into: &log)
    }
    var found = Diagnostics()
    take(code, whole, keyword, into: &found)
    if found.hasErrors, keyword == .if || keyword == .else || keyword == .for { breakHead() }
    guard found.hasErrors, let element = rawElement(at: whole) else {
      log.report(contentsOf: found)
      return
    }
    // Code inside a script or style sheet was probably not meant as a tag.
    log.report(.unsafePlace(HTMLContext.refusal(inside: element), at: whole))
  }

  /// Reports a tag of another language, and opens what its `end` will close.
  private mutating func take(
    _ wrong: WrongStatement, _ code: SourceSpan, _ whole: SourceSpan, into log: inout Diagnostics
  ) {
    log.report(.syntax(wrong.remedy, at: wrong.place))
    var ignored = Diagnostics()
    switch wrong.keyword {
    case .if:
      open(
        .branch, whole, conditions: [.test(Expression(kind: .broken, span: whole))], into: &ignored)
    case .for:
      var parser = ExpressionParser(code, into: &ignored)
      takeFor(&parser, whole, into: &ignored)
      if ignored.hasErrors { breakHead() }
    case .let:
      var parser = ExpressionParser(code, into: &ignored)
      takeLet(&parser, into: &ignored)
    default: break
    }
  }

  /// Replaces the head of the innermost open form, after an error in it.
  private mutating func breakHead() {
    var frame = stack[stack.count - 1]
    let broken = Expression(kind: .broken, span: frame.span)
    if case .loop(let head) = frame.kind {
      frame.kind = .loop(
        LoopHead(position: head.position, element: head.element, list: broken, filter: nil))
    }
    frame.conditions = frame.conditions?.map { condition in
      switch condition {
      case .test: .test(broken)
      case .binding(let name, _): .binding(name, broken)
      }
    }
    stack[stack.count - 1] = frame
  }

  /// Returns the name of the script or style element that contains a tag.
  private mutating func rawElement(at span: SourceSpan) -> String? {
    let elements = rawElements ?? RawElements(in: span.file.bytes)
    rawElements = elements
    return elements.name(at: span.range.lowerBound)
  }

  private mutating func take(
    _ code: SourceSpan, _ whole: SourceSpan, _ keyword: Keyword?, into log: inout Diagnostics
  ) {
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
    case .extends: takeExtends(&parser, whole, into: &log)
    case .block: takeBlock(&parser, whole, into: &log)
    case .default:
      parser.advance()
      if let (name, value) = assignment(&parser, into: &log) { add(.fallback(name, value)) }
    case .raw:
      parser.advance()
      _ = parser.expect(":", into: &log)
      takeOutput(&parser, isRaw: true, into: &log)
    case .comment, nil: takeOutput(&parser, isRaw: false, into: &log)
    }
    parser.finish(into: &log)
  }

  private mutating func takeOutput(
    _ parser: inout ExpressionParser, isRaw: Bool, into log: inout Diagnostics
  ) {
    guard let value = parser.expression(into: &log) else { return }
    parser.finish(into: &log)
    let broken = Expression(kind: .broken, span: value.span)
    add(.output(parser.isLost ? broken : value, isRaw: isRaw))
  }

  mutating func open(
    _ kind: Frame.Kind, _ span: SourceSpan, conditions: [Node.Condition]? = nil,
    into log: inout Diagnostics
  ) {
    if stack.count == Self.maxDepth + 1 {
      log.report(.syntax("forms are nested more than \(Self.maxDepth) levels deep", at: span))
    }
    stack.append(Frame(kind: kind, span: span, conditions: conditions))
  }

  private mutating func takeElse(
    _ parser: inout ExpressionParser, _ whole: SourceSpan, into log: inout Diagnostics
  ) {
    parser.advance()
    let isElseIf = parser.current.kind == .name("if")
    let conditions = isElseIf ? self.conditions(&parser, into: &log) : nil
    if !isElseIf, !parser.isAtEnd {
      parser.fail(
        "'else' has no condition; write 'else if'", at: parser.current.span, into: &log)
    }
    var frame = stack[stack.count - 1]
    switch frame.kind {
    case .branch where frame.conditions != nil:
      frame.branches.append(Node.Branch(conditions: frame.conditions ?? [], body: frame.nodes))
      frame.conditions = conditions
    case .loop where !frame.hasElse && !isElseIf:
      frame.body = frame.nodes
      frame.hasElse = true
    default:
      if !isLost { log.report(.unexpectedTag("else", at: whole)) }
      return
    }
    frame.nodes = []
    stack[stack.count - 1] = frame
  }

  private mutating func close(_ span: SourceSpan, into log: inout Diagnostics) {
    guard stack.count > 1, let frame = stack.popLast() else {
      if !isLost { log.report(.unexpectedTag("end", at: span)) }
      return
    }
    if suspect == nil, let inner = frame.span.indentation, let outer = span.indentation,
      inner > outer
    {
      suspect = frame.span
    }
    switch frame.kind {
    case .template: break
    case .branch:
      var branches = frame.branches
      if let conditions = frame.conditions {
        branches.append(Node.Branch(conditions: conditions, body: frame.nodes))
      }
      add(.branch(branches, otherwise: frame.conditions == nil ? frame.nodes : [], frame.span))
    case .loop(let head):
      add(
        .loop(
          Node.Loop(
            position: head.position, element: head.element, list: head.list, filter: head.filter,
            body: frame.body ?? frame.nodes,
            otherwise: frame.hasElse ? frame.nodes : [], span: frame.span)))
    case .block(let name): add(.block(name, frame.nodes))
    }
  }

  private mutating func finish(into log: inout Diagnostics) -> ParsedTemplate {
    // A missing `end` leaves the outermost form open, but the indentation shows which form lacks
    // it.
    if stack.count > 1, !isLost {
      let open = stack[stack.count - 1].span
      log.report(.missingEnd(at: suspect ?? open, leaving: suspect == nil ? nil : stack[1].span))
    }
    while stack.count > 1 { close(stack[stack.count - 1].span, into: &log) }
    let nodes = stack[0].nodes
    return ParsedTemplate(layout: layout, nodes: nodes, names: ParsedTemplate.names(in: nodes))
  }
}

extension SourceSpan {
  /// The indentation of the line that begins with the span; nil if other text precedes the span.
  fileprivate var indentation: Int? {
    var start = range.lowerBound
    while start > 0, file.bytes[start - 1] != UInt8(ascii: "\n") {
      start -= 1
      guard [0x20, 0x09].contains(file.bytes[start]) else { return nil }
    }
    return range.lowerBound - start
  }
}
