import Diagnosing

extension TemplateParser {
  /// Parses conditions such as `if a, let b = c`.
  func conditions(
    _ parser: inout ExpressionParser, into log: inout Diagnostics
  ) -> [Node.Condition] {
    parser.advance()
    var conditions: [Node.Condition] = []
    repeat {
      if parser.take(word: "let") {
        guard let name = parser.name(into: &log) else { return conditions }
        // `if let x` is short for `if let x = x`.
        let isShort = parser.isAtEnd || parser.current.kind == .symbol(",")
        let own = Expression(kind: .name(name.value), span: name.span)
        let broken = Expression(kind: .broken, span: name.span)
        let value = isShort ? own : assigned(&parser, into: &log) ?? broken
        conditions.append(.binding(name, value))
      } else if let value = parser.expression(into: &log) {
        conditions.append(.test(value))
      }
    } while parser.take(",")
    return conditions
  }

  /// Parses `= expression`.
  func assigned(
    _ parser: inout ExpressionParser, into log: inout Diagnostics
  ) -> Expression? {
    guard parser.expect("=", into: &log) else { return nil }
    return parser.expression(into: &log)
  }

  /// Parses `name = expression`.
  func assignment(
    _ parser: inout ExpressionParser, into log: inout Diagnostics
  ) -> (Located<String>, Expression)? {
    guard let name = parser.name(into: &log) else { return nil }
    let broken = Expression(kind: .broken, span: name.span)
    return (name, assigned(&parser, into: &log) ?? broken)
  }

  mutating func takeExtends(
    _ parser: inout ExpressionParser, _ whole: SourceSpan, into log: inout Diagnostics
  ) {
    parser.advance()
    let path = parser.path(into: &log)
    if stack.count > 1 {
      log.report(.syntax(#"\(extends …) stands outside of blocks and branches"#, at: whole))
    } else if layout != nil {
      log.report(.syntax("a page extends one layout", at: whole))
    } else {
      layout = path
    }
  }

  mutating func takeBlock(
    _ parser: inout ExpressionParser, _ whole: SourceSpan, into log: inout Diagnostics
  ) {
    parser.advance()
    guard let name = parser.name(into: &log) else { return }
    if let first = blocks.updateValue(name.span, forKey: name.value) {
      log.report(.duplicateBlock(name.value, first: first, at: name.span))
    }
    open(.block(name), whole, into: &log)
  }

  /// Parses `for x in list`, `for (i, x) in list.enumerated() where x.isStale`, or `for i in
  /// 0..<5`.
  mutating func takeFor(
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
    let list = parser.sequence(into: &log)
    let filter = parser.take(word: "where") ? parser.expression(into: &log) : nil
    let head = LoopHead(
      position: position, element: element ?? Located("_", at: whole),
      list: list ?? Expression(kind: .list([]), span: whole), filter: filter)
    open(.loop(head), whole, into: &log)
  }

  mutating func takeLet(_ parser: inout ExpressionParser, into log: inout Diagnostics) {
    parser.advance()
    if let (name, value) = assignment(&parser, into: &log) { add(.assign(name, value)) }
  }

  mutating func takeInclude(
    _ parser: inout ExpressionParser, _ whole: SourceSpan, into log: inout Diagnostics
  ) {
    parser.advance()
    guard let path = parser.path(into: &log) else { return }
    var arguments: [Expression.Argument] = []
    while parser.take(","), !parser.isAtEnd {
      guard let argument = parser.argument(into: &log) else { return }
      arguments.append(argument)
    }
    add(.include(path, arguments, whole))
  }
}
