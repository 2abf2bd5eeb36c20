import Diagnosing

/// Values, and what stands behind them.
extension ExpressionParser {
  /// Parses a value with the members, elements and calls behind it.
  mutating func postfix(into log: inout Diagnostics) -> Expression? {
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
    if case .name(let text) = current.kind, following?.kind == .symbol(":") {
      label = Located(text, at: current.span)
      advance()
      advance()
    }
    return expression(into: &log).map { Expression.Argument(label: label, value: $0) }
  }

  mutating func primary(into log: inout Diagnostics) -> Expression? {
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
