import Diagnosing
import FoundationEssentials

/// Parses expressions by precedence climbing.
struct ExpressionParser {
  /// The limit on nesting, so that no template can exhaust the stack (Y-03).
  static let maxDepth = 48

  private let tokens: [Token]
  private var index = 0
  private var depth: Int
  private let whole: SourceSpan
  /// Whether a mistake was reported after which the rest of the code cannot be understood.
  private(set) var isLost = false

  init(_ span: SourceSpan, depth: Int = 0, into log: inout Diagnostics) {
    tokens = ExpressionLexer.tokens(of: span, into: &log)
    self.depth = depth
    whole = span
  }

  var current: Token { tokens[min(index, tokens.count - 1)] }

  var isAtEnd: Bool { current.kind == .end }

  mutating func advance() { index += 1 }

  /// Reports a mistake, unless it may follow from an earlier one: one slip, one error.
  mutating func fail(
    _ problem: Diagnostic.Message, at span: SourceSpan, into log: inout Diagnostics
  ) {
    if !isLost { log.report(.syntax(problem, at: span)) }
    isLost = true
  }

  /// Consumes a symbol if it is next.
  mutating func take(_ symbol: String) -> Bool {
    guard current.kind == .symbol(symbol) else { return false }
    advance()
    return true
  }

  mutating func expect(_ symbol: String, into log: inout Diagnostics) -> Bool {
    if take(symbol) { return true }
    fail("expected '\(symbol)'", at: current.span, into: &log)
    return false
  }

  /// Consumes a keyword if it is next.
  mutating func take(word: String) -> Bool {
    guard current.kind == .name(word) else { return false }
    advance()
    return true
  }

  mutating func name(into log: inout Diagnostics) -> Located<String>? {
    if case .name(let text) = current.kind {
      defer { advance() }
      return Located(text, at: current.span)
    }
    let isDigit = if case .number = current.kind { true } else { false }
    let remedy: Diagnostic.Message = isDigit ? "; an element is written 'list[0]'" : ""
    fail("expected a name" + remedy, at: current.span, into: &log)
    return nil
  }

  /// Parses a string literal without interpolations.
  mutating func path(into log: inout Diagnostics) -> Located<String>? {
    let token = current
    if case .misquoted(let text) = token.kind {
      advance()
      return Located(text, at: token.span)
    }
    guard token.kind == .string else {
      fail("the name of a template stands in quotes", at: token.span, into: &log)
      return nil
    }
    guard let value = primary(into: &log) else { return nil }
    if case .constant(.text(let text)) = value.kind { return Located(text, at: token.span) }
    fail(
      "the name of a template is written out, so that it can be checked", at: token.span,
      into: &log)
    return nil
  }

  /// Reports any tokens that are left over.
  mutating func finish(into log: inout Diagnostics) {
    if isAtEnd { return }
    let remedy: Diagnostic.Message =
      switch current.kind {
      case .symbol("="): "; two things are compared by '==', and 'let' gives a name to a value"
      case .symbol("|"): "; there are no filters, but methods, as in 'text.uppercased()'"
      case .symbol("!"): "; '??' gives a value in place of nil"
      case .symbol("/"): Self.commentRemedy
      case .symbol("..."), .symbol(".."), .symbol("..<"): "; a range stands only behind 'in'"
      default: ""
      }
    fail("unexpected '\(current.span.text)'" + remedy, at: current.span, into: &log)
  }

  private static let commentRemedy: Diagnostic.Message =
    #"; a comment is a tag of its own, as in '\(// …)'"#

  // MARK: Expressions

  /// Parses a list, or a range of numbers, which is allowed only after `in`.
  mutating func sequence(into log: inout Diagnostics) -> Expression? {
    guard let first = expression(into: &log) else { return nil }
    for wrong in ["...", ".."] where current.kind == .symbol(wrong) {
      fail(
        "a range is written '0..<5', which ends before 5", at: current.span, into: &log)
      return nil
    }
    guard take("..<") else { return first }
    guard let end = expression(into: &log) else { return nil }
    return Expression(kind: .range(first, end), span: join(first.span, end.span))
  }

  mutating func expression(into log: inout Diagnostics) -> Expression? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maxDepth else {
      failDeep(into: &log)
      index = tokens.count - 1
      return nil
    }
    guard let condition = binary(above: 0, into: &log) else { return nil }
    guard take("?") else { return condition }
    guard let yes = expression(into: &log), expect(":", into: &log),
      let no = expression(into: &log)
    else { return nil }
    return Expression(kind: .conditional(condition, yes, no), span: join(condition.span, no.span))
  }

  private mutating func failDeep(into log: inout Diagnostics) {
    fail("this is nested more than \(Self.maxDepth) levels deep", at: current.span, into: &log)
  }

  private mutating func binary(above precedence: Int, into log: inout Diagnostics) -> Expression? {
    guard var left = unary(into: &log) else { return nil }
    while let op = nextOperator(above: precedence, into: &log) {
      advance()
      // `??` is right-associative, all other operators are left-associative.
      let bound = op == .coalesce ? op.precedence - 1 : op.precedence
      depth += 1
      defer { depth -= 1 }
      guard depth <= Self.maxDepth, let right = binary(above: bound, into: &log) else {
        if depth > Self.maxDepth { failDeep(into: &log) }
        return nil
      }
      left = Expression(kind: .binary(op, left, right), span: join(left.span, right.span))
    }
    return left
  }

  /// Returns the next operator if it binds tightly enough. Reports a word used as an operator.
  private func nextOperator(above precedence: Int, into log: inout Diagnostics) -> Operator? {
    let text: String
    switch current.kind {
    case .symbol(let symbol): text = symbol
    case .name(let word):
      guard let symbol = WrongSpelling.operators[word] else { return nil }
      text = symbol
    default: return nil
    }
    guard let op = Operator(rawValue: text), op.precedence > precedence else { return nil }
    if case .name(let word) = current.kind {
      log.report(.syntax("'\(word)' is written '\(text)'", at: current.span))
    }
    return op
  }

  private mutating func unary(into log: inout Diagnostics) -> Expression? {
    var marks: [(isNot: Bool, span: SourceSpan)] = []
    while case .symbol(let symbol) = current.kind, symbol == "!" || symbol == "-" {
      marks.append((symbol == "!", current.span))
      advance()
    }
    if current.kind == .name("not"), index + 1 < tokens.count, tokens[index + 1].kind.beginsValue {
      log.report(.syntax("'not' is written '!'", at: current.span))
      marks.append((true, current.span))
      advance()
    }
    guard marks.count <= Self.maxDepth, var value = postfix(into: &log) else { return nil }
    for mark in marks.reversed() {
      value = Expression(
        kind: mark.isNot ? .not(value) : .negate(value), span: join(mark.span, value.span))
    }
    return value
  }

  private mutating func postfix(into log: inout Diagnostics) -> Expression? {
    guard var value = primary(into: &log) else { return nil }
    var links = 0
    var isChain = false
    while case .symbol(let symbol) = current.kind, [".", "?.", "[", "?["].contains(symbol) {
      let isOptional = symbol.hasPrefix("?")
      isChain = isChain || isOptional
      links += 1
      guard links <= Self.maxDepth else {
        fail("this chain is too long", at: current.span, into: &log)
        return nil
      }
      advance()
      if symbol.hasSuffix("[") {
        guard let key = expression(into: &log) else { return nil }
        let end = current.span
        guard expect("]", into: &log) else { return nil }
        value = Expression(
          kind: .element(value, key, isOptional: isOptional), span: join(value.span, end))
      } else {
        guard let next = member(of: value, isOptional: isOptional, into: &log) else {
          return nil
        }
        value = next
      }
    }
    return isChain ? Expression(kind: .chain(value), span: value.span) : value
  }

  private mutating func member(
    of value: Expression, isOptional: Bool, into log: inout Diagnostics
  ) -> Expression? {
    guard let name = name(into: &log) else { return nil }
    guard current.kind == .symbol("(") else {
      return Expression(
        kind: .member(value, name, isOptional: isOptional), span: join(value.span, name.span))
    }
    guard let (arguments, end) = arguments(into: &log) else { return nil }
    return Expression(
      kind: .call(value, name, arguments, isOptional: isOptional), span: join(value.span, end))
  }

  /// Parses `(label: value, …)`.
  mutating func arguments(into log: inout Diagnostics) -> ([Expression.Argument], SourceSpan)? {
    guard expect("(", into: &log) else { return nil }
    var arguments: [Expression.Argument] = []
    while current.kind != .symbol(")") {
      // A trailing comma is allowed.
      if !arguments.isEmpty {
        guard expect(",", into: &log) else { return nil }
        if current.kind == .symbol(")") { break }
      }
      guard let argument = argument(into: &log) else { return nil }
      arguments.append(argument)
    }
    let end = current.span
    advance()
    return (arguments, end)
  }

  mutating func argument(into log: inout Diagnostics) -> Expression.Argument? {
    var label: Located<String>?
    if case .name(let text) = current.kind, index + 1 < tokens.count,
      tokens[index + 1].kind == .symbol(":")
    {
      label = Located(text, at: current.span)
      index += 2
    }
    return expression(into: &log).map { Expression.Argument(label: label, value: $0) }
  }

  private mutating func primary(into log: inout Diagnostics) -> Expression? {
    let token = current
    advance()
    switch token.kind {
    case .number(let number): return Expression(kind: .constant(.number(number)), span: token.span)
    case .misquoted(let text): return Expression(kind: .constant(.text(text)), span: token.span)
    case .string:
      let value = StringLiteralParser.parse(token.span, depth: depth, into: &log)
      isLost = isLost || value == nil
      return value
    case .name("true"): return Expression(kind: .constant(.bool(true)), span: token.span)
    case .name("false"): return Expression(kind: .constant(.bool(false)), span: token.span)
    case .name("nil"): return Expression(kind: .constant(.none), span: token.span)
    case .name(let name):
      guard current.kind == .symbol("(") else {
        return Expression(kind: .name(name), span: token.span)
      }
      guard let (arguments, end) = arguments(into: &log) else { return nil }
      return Expression(
        kind: .call(nil, Located(name, at: token.span), arguments, isOptional: false),
        span: join(token.span, end))
    case .symbol("("):
      guard let value = expression(into: &log), expect(")", into: &log) else { return nil }
      return value
    case .symbol("["): return list(from: token.span, into: &log)
    case .end:
      fail("expected a value", at: token.span.range.isEmpty ? whole : token.span, into: &log)
      return nil
    case .symbol(let symbol):
      let remedy: Diagnostic.Message = symbol == "/" ? Self.commentRemedy : ""
      fail("unexpected '\(symbol)'" + remedy, at: token.span, into: &log)
      return nil
    }
  }

  private mutating func list(from start: SourceSpan, into log: inout Diagnostics) -> Expression? {
    var items: [Expression] = []
    while current.kind != .symbol("]") {
      if !items.isEmpty {
        guard expect(",", into: &log) else { return nil }
        if current.kind == .symbol("]") { break }
      }
      guard let item = expression(into: &log) else { return nil }
      items.append(item)
    }
    let end = current.span
    advance()
    return Expression(kind: .list(items), span: join(start, end))
  }
}

extension Token.Kind {
  /// Whether a value can begin with this token.
  fileprivate var beginsValue: Bool {
    switch self {
    case .name, .number, .string, .misquoted, .symbol("("): true
    default: false
    }
  }
}

func join(_ a: SourceSpan, _ b: SourceSpan) -> SourceSpan {
  SourceSpan(file: a.file, range: a.range.lowerBound..<max(a.range.upperBound, b.range.upperBound))
}
