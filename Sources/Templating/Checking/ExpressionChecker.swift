import Diagnosing
import FoundationEssentials

/// Resolves names and members, and checks types. Nil means that a problem was reported.
struct ExpressionChecker {
  let scope: Scope
  let sources: TemplateSources
  let functions: [String: HostFunction]
  /// Names of the page that are not visible in an included template.
  var hidden: Set<String> = []

  func check(_ expression: Expression, into log: inout Diagnostics) -> TypedExpression? {
    switch expression.kind {
    case .broken: nil
    case .constant(let value): constant(value)
    case .interpolation(let parts): interpolation(parts, into: &log)
    case .list(let items): list(items, expression.span, into: &log)
    case .name(let name): self.name(name, expression.span, into: &log)
    case .member(let base, let name, let isOptional):
      member(base, name, isOptional: isOptional, into: &log)
    case .element(let base, let key, let isOptional):
      element(base, key, isOptional: isOptional, into: &log)
    case .call(let base?, let name, let arguments, let isOptional):
      call(base, name, arguments, isOptional: isOptional, expression.span, into: &log)
    case .call(nil, let name, let arguments, _):
      function(name, arguments, expression.span, into: &log)
    case .chain(let links): check(links, into: &log).map { $0.optional }
    case .range(let start, let end): range(start, end, into: &log)
    case .not(let operand):
      operandOf(operand, .bool, into: &log).map { TypedExpression(kind: .not($0), type: .bool) }
    case .negate(let operand):
      operandOf(operand, .number, into: &log).map { operand in
        if case .constant(.number(let number)) = operand.kind {
          return TypedExpression(kind: .constant(.number(-number)), type: .number)
        }
        return TypedExpression(kind: .negate(operand), type: .number)
      }
    case .binary(let op, let left, let right): binary(op, left, right, into: &log)
    case .conditional(let test, let yes, let no):
      conditional(test, yes, no, expression.span, into: &log)
    }
  }

  func constant(_ value: TemplateValue) -> TypedExpression {
    let type: TemplateType =
      switch value {
      case .bool: .bool
      case .number: .number
      case .text: .text
      default: .nothing
      }
    return TypedExpression(kind: .constant(value), type: type)
  }

  /// Checks an operand that must have a given type.
  func operandOf(
    _ expression: Expression, _ type: TemplateType, into log: inout Diagnostics
  ) -> TypedExpression? {
    guard let value = check(expression, into: &log) else { return nil }
    if value.type == type { return value }
    if value.type.wrapped == type {
      log.report(.mayBeNil(at: expression.span))
    } else {
      let hint = type == .bool ? Self.hint(toTest: value.type) : ""
      log.report(
        .typeMismatch(
          "this is \(value.type.name), not \(type.name)\(hint)", at: expression.span))
    }
    return nil
  }

  /// Returns how a value that is no Bool becomes a condition.
  static func hint(toTest type: TemplateType) -> String {
    switch type {
    case .optional: "; compare it with nil, or use 'if let'"
    case .text, .html, .list: "; ask '!….isEmpty'"
    case .number: "; compare it, as in '> 0'"
    default: ""
    }
  }

  func interpolation(_ parts: [Expression], into log: inout Diagnostics) -> TypedExpression? {
    let values = parts.map { printable($0, into: &log) }
    let known = values.compactMap(\.self)
    guard known.count == values.count else { return nil }
    return TypedExpression(kind: .joined(known), type: .text)
  }

  /// Checks an expression that must be a text or a number.
  func printable(_ expression: Expression, into log: inout Diagnostics) -> TypedExpression? {
    guard let value = check(expression, into: &log) else { return nil }
    if [.text, .number].contains(value.type) { return value }
    if let wrapped = value.type.wrapped, [.text, .number].contains(wrapped) {
      log.report(.mayBeNil(at: expression.span))
    } else {
      log.report(.typeMismatch("this is \(value.type.name), not text", at: expression.span))
    }
    return nil
  }

  func list(
    _ items: [Expression], _ span: SourceSpan, into log: inout Diagnostics
  ) -> TypedExpression? {
    var type = TemplateType.nothing
    var values: [TypedExpression] = []
    for item in items {
      guard let value = check(item, into: &log) else { return nil }
      guard let joined = type.joined(with: value.type) else {
        log.report(
          .typeMismatch("a list cannot hold \(type.name) and \(value.type.name)", at: item.span))
        return nil
      }
      type = joined
      values.append(value)
    }
    return TypedExpression(kind: .list(values), type: .list(type))
  }

  private func range(
    _ start: Expression, _ end: Expression, into log: inout Diagnostics
  ) -> TypedExpression? {
    let bounds = [start, end].map { operandOf($0, .number, into: &log) }
    let known = bounds.compactMap(\.self)
    guard known.count == bounds.count else { return nil }
    for (bound, expression) in zip(known, [start, end]) {
      if case .constant(.number(let number)) = bound.kind, !number.isWhole {
        log.report(
          .typeMismatch("a range goes from one whole number to another", at: expression.span))
        return nil
      }
    }
    return TypedExpression(kind: .call(.range, known), type: .list(.number))
  }

  func name(
    _ name: String, _ span: SourceSpan, into log: inout Diagnostics
  ) -> TypedExpression? {
    if scope.isBroken(name) { return nil }
    if let found = scope[name] { return TypedExpression(kind: .slot(found.slot), type: found.type) }
    if name == "theme" { return sources.settings.expression }
    if hidden.contains(name) {
      log.report(.hiddenName(name, at: span))
      return nil
    }
    if let value = WrongSpelling.values[name] {
      log.report(.foreignName(name, writing: value, at: span))
      return nil
    }
    let known = scope.names.keys.sorted() + functions.keys.sorted() + ["strings", "theme"]
    log.report(.unknownName(name, among: known, at: span))
    return nil
  }
}

extension TypedExpression {
  /// The expression inside an optional one.
  fileprivate var optional: TypedExpression {
    type.wrapped == nil && type != .nothing
      ? TypedExpression(kind: kind, type: .optional(type)) : self
  }
}
