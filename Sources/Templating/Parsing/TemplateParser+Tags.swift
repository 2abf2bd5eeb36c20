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
    for word in ["then", "do"] where parser.current.kind == .name(word) {
      parser.fail(
        "nothing stands behind the condition; leave '\(word)' out", at: parser.current.span,
        into: &log)
    }
    if parser.current.kind == .symbol(":") {
      parser.fail(
        "nothing stands behind the condition; leave ':' out", at: parser.current.span, into: &log)
    }
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
    guard let name = blockName(&parser, into: &log) else {
      return open(.block(Located("", at: whole)), whole, into: &log)
    }
    if let first = blocks.updateValue(name.span, forKey: name.value) {
      log.report(.duplicateBlock(name.value, first: first, at: name.span))
    }
    open(.block(name), whole, into: &log)
  }

  /// Parses the name of a block; reports one in quotes.
  private func blockName(
    _ parser: inout ExpressionParser, into log: inout Diagnostics
  ) -> Located<String>? {
    guard parser.current.kind == .string else { return parser.name(into: &log) }
    let name = parser.path(into: &log)
    if let name {
      log.report(
        .syntax("the name of a block stands without quotes: 'block \(name.value)'", at: name.span))
    }
    return name
  }

  /// Parses `for x in list`, `for (i, x) in list.enumerated() where x.isStale`, or `for i in
  /// 0..<5`.
  mutating func takeFor(
    _ parser: inout ExpressionParser, _ whole: SourceSpan, into log: inout Diagnostics
  ) {
    parser.advance()
    let (position, element) = loopNames(&parser, into: &log)
    if parser.current.kind == .name("of") {
      log.report(.syntax("'of' is written 'in'", at: parser.current.span))
      parser.advance()
    } else if !parser.take(word: "in") {
      parser.fail("expected 'in'", at: parser.current.span, into: &log)
    }
    let list = parser.sequence(into: &log)
    let filter = parser.take(word: "where") ? parser.expression(into: &log) : nil
    let head = LoopHead(
      position: position, element: element ?? Located("_", at: whole),
      list: list ?? Expression(kind: .list([]), span: whole), filter: filter)
    open(.loop(head), whole, into: &log)
  }

  /// Parses `x` or `(i, x)`.
  private func loopNames(
    _ parser: inout ExpressionParser, into log: inout Diagnostics
  ) -> (position: Located<String>?, element: Located<String>?) {
    if parser.take("(") {
      let position = parser.name(into: &log)
      if position?.value == "let" || position?.value == "var" {
        parser.fail(
          "a loop goes over a list or a range, as in 'for i in 0..<3'",
          at: parser.current.span, into: &log)
      }
      _ = parser.expect(",", into: &log)
      let element = parser.name(into: &log)
      _ = parser.expect(")", into: &log)
      return (position, element)
    }
    guard let first = parser.name(into: &log) else { return (nil, nil) }
    if ["let", "var", "each"].contains(first.value), case .name(let next) = parser.current.kind,
      next != "in"
    {
      log.report(.syntax("leave '\(first.value)' out, as in 'for x in list'", at: first.span))
      return (nil, parser.name(into: &log))
    }
    guard parser.current.kind == .symbol(",") else { return (nil, first) }
    log.report(.syntax("two names stand in parentheses, as in '(i, x)'", at: first.span))
    parser.advance()
    return (first, parser.name(into: &log))
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
    if case .name = parser.current.kind {
      parser.fail(
        "a value for the template stands behind a comma, as in ', name: value'",
        at: parser.current.span, into: &log)
    }
    if !parser.isLost { add(.include(path, arguments, whole)) }
  }
}
