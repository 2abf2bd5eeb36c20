import Diagnosing
import FoundationEssentials

extension ExpressionChecker {
  /// Checks the base of a member, element or method access. After `?.` the base has its non-nil
  /// type.
  private func base(
    _ expression: Expression, isOptional: Bool, into log: inout Diagnostics
  ) -> TypedExpression? {
    guard let value = check(expression, into: &log) else { return nil }
    guard isOptional else {
      if value.type.wrapped == nil { return value }
      log.report(.mayBeNil(isChained: true, at: expression.span))
      return nil
    }
    guard let wrapped = value.type.wrapped else {
      if value.type == .nothing { return value }
      log.report(.typeMismatch("this is never nil; leave the '?' out", at: expression.span))
      return nil
    }
    return TypedExpression(kind: value.kind, type: wrapped)
  }

  func member(
    _ base: Expression, _ name: Located<String>, isOptional: Bool, into log: inout Diagnostics
  ) -> TypedExpression? {
    if case .name("strings") = base.kind, scope["strings"] == nil {
      return phrase(name, [], name.span, into: &log)
    }
    guard let value = self.base(base, isOptional: isOptional, into: &log) else { return nil }
    if case .record(let record) = value.type, let index = record.index(of: name.value) {
      let type = record.members[index].type
      // Settings of the theme are known, and count as words of the template.
      if case .constant(.record(let known)) = value.kind {
        return TypedExpression(kind: .constant(known.values[index]), type: type)
      }
      return TypedExpression(kind: .member(value, index), type: type)
    }
    if let method = Method.all[name.value],
      let result = method.isProperty ? method.resultType([value.type]) : nil
    {
      return TypedExpression(kind: .call(method, [value]), type: result)
    }
    let method = Method.all[name.value]
    if let method, !method.isProperty, method.labels.isEmpty, method.resultType([value.type]) != nil
    {
      log.report(
        .typeMismatch("'\(name.value)' is a method; write '\(name.value)()'", at: name.span))
      return nil
    }
    var known = Method.all.values.filter {
      $0.isProperty && $0.resultType([value.type]) != nil
    }.map(\.name).sorted()
    if case .record(let record) = value.type { known = record.members.map(\.name) }
    log.report(unknown(name, of: value.type, among: known))
    return nil
  }

  /// Reports a member that a type does not have, with what people of other languages mean by it.
  private func unknown(
    _ name: Located<String>, of type: TemplateType, among known: [String]
  ) -> Diagnostic {
    let isRecord = if case .record = type { true } else { false }
    if !isRecord, let method = WrongSpelling.methods[name.value] {
      return .unknownMember(name.value, of: type.name, writing: method, at: name.span)
    }
    return .unknownMember(name.value, of: type.name, among: known, at: name.span)
  }

  func element(
    _ base: Expression, _ key: Expression, isOptional: Bool, into log: inout Diagnostics
  ) -> TypedExpression? {
    if case .name("strings") = base.kind, scope["strings"] == nil {
      log.report(.typeMismatch("a text of the theme is written 'strings.name'", at: base.span))
      return nil
    }
    guard let value = self.base(base, isOptional: isOptional, into: &log) else { return nil }
    let element: TemplateType
    switch value.type {
    case .list(let type) where type.wrapped == nil: element = type
    case .dictionary(let type) where type.wrapped == nil: element = type
    case .list, .dictionary:
      log.report(.typeMismatch("what is in it may be nil itself; use a loop", at: base.span))
      return nil
    case .record:
      log.report(
        .typeMismatch(
          "\(value.type.name) has no elements; a member is written 'x.name'", at: base.span))
      return nil
    default:
      log.report(.typeMismatch("\(value.type.name) has no elements", at: base.span))
      return nil
    }
    let keyType: TemplateType = if case .dictionary = value.type { .text } else { .number }
    guard let key = operandOf(key, keyType, into: &log) else { return nil }
    return TypedExpression(kind: .element(value, key), type: .optional(element))
  }

  func call(
    _ base: Expression, _ name: Located<String>, _ arguments: [Expression.Argument],
    isOptional: Bool, _ span: SourceSpan, into log: inout Diagnostics
  ) -> TypedExpression? {
    if case .name("strings") = base.kind, scope["strings"] == nil {
      return phrase(name, arguments, span, into: &log)
    }
    let value = self.base(base, isOptional: isOptional, into: &log)
    let values = arguments.map { check($0.value, into: &log) }
    guard let value else { return nil }
    guard let method = Method.all[name.value], !method.isProperty else {
      let isProperty = Method.all[name.value]?.resultType([value.type]) != nil
      if isProperty {
        log.report(
          .typeMismatch("'\(name.value)' is no method; leave the parentheses out", at: name.span))
        return nil
      }
      let known = Method.all.values.filter { !$0.isProperty }.map(\.name).sorted()
      log.report(unknown(name, of: value.type, among: known))
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
    for (argument, value) in zip(arguments, known) {
      if let problem = problem(method, argument, value) {
        log.report(problem)
        return nil
      }
    }
    if method.name == "sorted", !checkOrder(arguments, value.type, into: &log) { return nil }
    return TypedExpression(kind: .call(method, [value] + known), type: type)
  }

  /// Returns what is wrong with an argument that is a count.
  private func problem(
    _ method: Method, _ argument: Expression.Argument, _ value: TypedExpression
  ) -> Diagnostic? {
    guard ["prefix", "dropFirst", "rounded"].contains(method.name) else { return nil }
    guard case .constant(.number(let number)) = value.kind else {
      return method.name == "rounded"
        ? .typeMismatch("the number of digits is written out", at: argument.value.span) : nil
    }
    if number.isWhole, number >= 0, method.name != "rounded" || number <= 20 { return nil }
    return .typeMismatch(
      "'\(method.name)' takes a whole number that is not negative", at: argument.value.span)
  }

  /// Checks that `sorted(by:)` names a member whose type has an order.
  private func checkOrder(
    _ arguments: [Expression.Argument], _ type: TemplateType, into log: inout Diagnostics
  ) -> Bool {
    guard let argument = arguments.first?.value,
      case .list(.record(let record)) = type
    else { return false }
    guard case .constant(.text(let name)) = argument.kind else {
      log.report(.typeMismatch("'sorted' takes the name of a member in quotes", at: argument.span))
      return false
    }
    guard let index = record.index(of: name) else {
      let known = record.members.filter(\.type.hasOrder).map(\.name)
      log.report(
        .unknownMember(
          name, of: TemplateType.record(record).name, among: known, at: argument.span))
      return false
    }
    guard record.members[index].type.hasOrder else {
      log.report(
        .typeMismatch(
          "'\(name)' is \(record.members[index].type.name), which has no order", at: argument.span))
      return false
    }
    return true
  }
}

extension TemplateType {
  /// Whether values of the type can be sorted: numbers and texts can, with nil before all of them.
  fileprivate var hasOrder: Bool { [.number, .text].contains(wrapped ?? self) }
}
