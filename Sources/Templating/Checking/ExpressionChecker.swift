import Diagnosing
import FoundationEssentials

/// Finds names and members, and checks types. Nil means that something was reported.
struct ExpressionChecker {
  let scope: Scope
  let phrases: Phrasebook
  let functions: [String: HostFunction]

  func check(_ expression: Expression, into log: inout Diagnostics) -> TypedExpression? {
    switch expression.kind {
    case .constant(let value): constant(value)
    case .interpolation(let parts): interpolation(parts, into: &log)
    case .list(let items): list(items, expression.span, into: &log)
    case .name(let name): self.name(name, expression.span, into: &log)
    case .member(let base, let name, let isOptional):
      member(base, name, isOptional: isOptional, into: &log)
    case .element(let base, let key): element(base, key, into: &log)
    case .call(let base, let name, let arguments):
      call(base, name, arguments, expression.span, into: &log)
    case .not(let operand):
      operandOf(operand, .bool, into: &log).map { TypedExpression(kind: .not($0), type: .bool) }
    case .negate(let operand):
      operandOf(operand, .number, into: &log).map {
        TypedExpression(kind: .negate($0), type: .number)
      }
    case .binary(let op, let left, let right): binary(op, left, right, into: &log)
    case .conditional(let test, let yes, let no):
      conditional(test, yes, no, expression.span, into: &log)
    }
  }

  private func constant(_ value: TemplateValue) -> TypedExpression {
    let type: TemplateType =
      switch value {
      case .bool: .bool
      case .number: .number
      case .text: .text
      default: .nothing
      }
    return TypedExpression(kind: .constant(value), type: type)
  }

  /// An operand that must be of a type.
  private func operandOf(
    _ expression: Expression, _ type: TemplateType, into log: inout Diagnostics
  ) -> TypedExpression? {
    guard let value = check(expression, into: &log) else { return nil }
    if value.type == type { return value }
    if value.type.wrapped == type {
      log.report(.mayBeNil(at: expression.span))
    } else {
      log.report(.typeMismatch("this is \(value.type.name), not \(type.name)", at: expression.span))
    }
    return nil
  }

  private func interpolation(_ parts: [Expression], into log: inout Diagnostics) -> TypedExpression?
  {
    let values = parts.map { printable($0, into: &log) }
    let known = values.compactMap(\.self)
    guard known.count == values.count else { return nil }
    return TypedExpression(kind: .joined(known), type: .text)
  }

  /// A text or a number.
  private func printable(_ expression: Expression, into log: inout Diagnostics) -> TypedExpression?
  {
    guard let value = check(expression, into: &log) else { return nil }
    if [.text, .number].contains(value.type) { return value }
    if let wrapped = value.type.wrapped, [.text, .number].contains(wrapped) {
      log.report(.mayBeNil(at: expression.span))
    } else {
      log.report(.typeMismatch("this is \(value.type.name), not text", at: expression.span))
    }
    return nil
  }

  private func list(
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

  private func name(
    _ name: String, _ span: SourceSpan, into log: inout Diagnostics
  ) -> TypedExpression? {
    if let found = scope[name] { return TypedExpression(kind: .slot(found.slot), type: found.type) }
    let known = scope.names.keys.sorted() + functions.keys.sorted() + ["strings"]
    log.report(.unknownName(name, among: known, at: span))
    return nil
  }

  private func member(
    _ base: Expression, _ name: Located<String>, isOptional: Bool, into log: inout Diagnostics
  ) -> TypedExpression? {
    if case .name("strings") = base.kind, scope["strings"] == nil {
      return phrase(name, [], name.span, into: &log)
    }
    guard let value = check(base, into: &log) else { return nil }
    var type = value.type
    if isOptional {
      guard let wrapped = type.wrapped else {
        log.report(.typeMismatch("this is never nil; write '.' instead of '?.'", at: base.span))
        return nil
      }
      type = wrapped
    } else if type.wrapped != nil {
      log.report(.mayBeNil(at: base.span))
      return nil
    }
    guard let found = member(name, of: value, type, into: &log) else { return nil }
    guard isOptional, found.type.wrapped == nil else { return found }
    return TypedExpression(kind: found.kind, type: .optional(found.type))
  }

  private func member(
    _ name: Located<String>, of value: TypedExpression, _ type: TemplateType,
    into log: inout Diagnostics
  ) -> TypedExpression? {
    if case .record(let record) = type, let index = record.index(of: name.value) {
      return TypedExpression(kind: .member(value, index), type: record.members[index].type)
    }
    if let method = Method.all[name.value],
      let result = method.isProperty ? method.resultType([type]) : nil
    {
      return TypedExpression(kind: .call(method, [value]), type: result)
    }
    var known = Method.all.values.filter(\.isProperty).map(\.name).sorted()
    if case .record(let record) = type { known = record.members.map(\.name) }
    log.report(.unknownMember(name.value, of: type.name, among: known, at: name.span))
    return nil
  }

  private func element(
    _ base: Expression, _ key: Expression, into log: inout Diagnostics
  ) -> TypedExpression? {
    guard let value = check(base, into: &log) else { return nil }
    switch value.type {
    case .list(let element):
      return operandOf(key, .number, into: &log).map {
        TypedExpression(kind: .element(value, $0), type: .optional(element))
      }
    case .dictionary(let element):
      return operandOf(key, .text, into: &log).map {
        TypedExpression(kind: .element(value, $0), type: .optional(element))
      }
    default:
      log.report(.typeMismatch("\(value.type.name) has no elements", at: base.span))
      return nil
    }
  }

  private func call(
    _ base: Expression?, _ name: Located<String>, _ arguments: [Expression.Argument],
    _ span: SourceSpan, into log: inout Diagnostics
  ) -> TypedExpression? {
    guard let base else { return function(name, arguments, span, into: &log) }
    if case .name("strings") = base.kind, scope["strings"] == nil {
      return phrase(name, arguments, span, into: &log)
    }
    guard let value = check(base, into: &log) else { return nil }
    let values = arguments.map { check($0.value, into: &log) }
    guard let method = Method.all[name.value], !method.isProperty else {
      let known = Method.all.values.filter { !$0.isProperty }.map(\.name).sorted()
      log.report(.unknownMember(name.value, of: value.type.name, among: known, at: name.span))
      return nil
    }
    let known = values.compactMap(\.self)
    guard known.count == values.count else { return nil }
    guard method.labels == arguments.map({ $0.label?.value }),
      let type = method.resultType([value.type] + known.map(\.type))
    else {
      log.report(.typeMismatch("this does not fit \(method.signature)", at: name.span))
      return nil
    }
    return TypedExpression(kind: .call(method, [value] + known), type: type)
  }

  private func function(
    _ name: Located<String>, _ arguments: [Expression.Argument], _ span: SourceSpan,
    into log: inout Diagnostics
  ) -> TypedExpression? {
    guard let function = functions[name.value] else {
      log.report(.unknownName(name.value, among: functions.keys.sorted(), at: name.span))
      return nil
    }
    guard arguments.count == 1, case .constant(.text(let text)) = arguments[0].value.kind else {
      log.report(.typeMismatch("'\(name.value)' takes one text in quotes", at: span))
      return nil
    }
    guard let result = function.evaluate(text) else {
      log.report(.unknownTemplate(text, among: function.known, at: arguments[0].value.span))
      return nil
    }
    return TypedExpression(kind: .constant(.text(result)), type: .text)
  }

  private func phrase(
    _ key: Located<String>, _ arguments: [Expression.Argument], _ span: SourceSpan,
    into log: inout Diagnostics
  ) -> TypedExpression? {
    guard let phrase = phrases[key.value] else {
      log.report(.unknownString(key.value, among: phrases.keys, at: key.span))
      return nil
    }
    let labels = arguments.compactMap { $0.label?.value }
    guard labels.count == arguments.count, labels.sorted() == phrase.parameters.sorted() else {
      log.report(.stringArguments(key.value, phrase.parameters, at: span))
      return nil
    }
    let values = arguments.map { printable($0.value, into: &log) }
    let ordered = phrase.parameters.compactMap { name in
      labels.firstIndex(of: name).flatMap { values[$0] }
    }
    guard ordered.count == phrase.parameters.count else { return nil }
    if ordered.isEmpty {
      return TypedExpression(kind: .constant(.text(phrase.text([]))), type: .text)
    }
    return TypedExpression(kind: .phrase(phrase, ordered), type: .text)
  }

  private func conditional(
    _ test: Expression, _ yes: Expression, _ no: Expression, _ span: SourceSpan,
    into log: inout Diagnostics
  ) -> TypedExpression? {
    let condition = operandOf(test, .bool, into: &log)
    let (left, right) = (check(yes, into: &log), check(no, into: &log))
    guard let condition, let left, let right else { return nil }
    // `c ? x : nil` may be nil.
    let type: TemplateType? =
      switch (left.type, right.type) {
      case (.nothing, .nothing): .nothing
      case (.nothing, let type), (let type, .nothing): type.wrapped == nil ? .optional(type) : type
      default: left.type.joined(with: right.type)
      }
    guard let type else {
      log.report(
        .typeMismatch("one side is \(left.type.name), the other \(right.type.name)", at: span))
      return nil
    }
    return TypedExpression(kind: .conditional(condition, left, right), type: type)
  }

  private func binary(
    _ op: Operator, _ left: Expression, _ right: Expression, into log: inout Diagnostics
  ) -> TypedExpression? {
    switch op {
    case .and, .or:
      let (a, b) = (operandOf(left, .bool, into: &log), operandOf(right, .bool, into: &log))
      guard let a, let b else { return nil }
      return TypedExpression(kind: .binary(op, a, b), type: .bool)
    case .minus, .times, .divided:
      let (a, b) = (operandOf(left, .number, into: &log), operandOf(right, .number, into: &log))
      guard let a, let b else { return nil }
      // Nothing is said by a division by zero, so unless the divisor is written out it may be nil.
      let isSafe: Bool =
        if case .constant(.number(let n)) = b.kind { n != 0 } else { op != .divided }
      return TypedExpression(kind: .binary(op, a, b), type: isSafe ? .number : .optional(.number))
    case .plus, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .coalesce:
      let (a, b) = (check(left, into: &log), check(right, into: &log))
      guard let a, let b else { return nil }
      guard let type = resultType(op, a.type, b.type) else {
        if op == .plus, a.type.wrapped != nil || b.type.wrapped != nil {
          log.report(.mayBeNil(at: a.type.wrapped != nil ? left.span : right.span))
        } else {
          log.report(
            .typeMismatch(
              "'\(op.rawValue)' does not go between \(a.type.name) and \(b.type.name)",
              at: join(left.span, right.span)))
        }
        return nil
      }
      return TypedExpression(kind: .binary(op, a, b), type: type)
    }
  }

  private func resultType(_ op: Operator, _ a: TemplateType, _ b: TemplateType) -> TemplateType? {
    switch op {
    case .plus: return a == b && [.number, .text].contains(a) ? a : nil
    case .equal, .notEqual: return a.joined(with: b) == nil ? nil : .bool
    case .coalesce:
      guard let wrapped = a == .nothing ? b : a.wrapped else { return nil }
      return b.wrapped == nil ? wrapped.joined(with: b) : .optional(wrapped).joined(with: b)
    default: return a == b && [.number, .text].contains(a) ? .bool : nil
    }
  }
}
