import Diagnosing

/// Ranges, conditions and operators.
extension ExpressionParser {
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
      skipAll()
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
    if current.kind == .name("not"), following?.kind.beginsValue == true {
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
