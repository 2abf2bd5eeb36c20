import Diagnosing

extension TemplateChecker {
  mutating func branch(
    _ branches: [Node.Branch], _ otherwise: [Node], _ span: SourceSpan, _ scope: Scope,
    into log: inout Diagnostics
  ) -> [TypedNode] {
    let start = markup
    var ends: [MarkupFollower] = []
    let typed = branches.map { branch in
      markup = start
      var inner = scope
      let conditions = branch.conditions.compactMap { condition(&inner, $0, into: &log) }
      let body = check(branch.body, &inner, into: &log)
      ends.append(markup)
      return TypedNode.Branch(conditions: conditions, body: body)
    }
    markup = start
    let rest = checkBody(otherwise, scope, into: &log)
    ends.append(markup)
    markup.join(ends, at: span, into: &log)
    return [.branch(typed, otherwise: rest)]
  }

  private mutating func condition(
    _ scope: inout Scope, _ condition: Node.Condition, into log: inout Diagnostics
  ) -> TypedNode.Condition? {
    switch condition {
    case .test(let expression):
      guard let value = checker(scope).check(expression, into: &log) else { return nil }
      if value.type == .bool { return .test(value) }
      let hint = value.type.wrapped == nil ? "" : "; compare it with nil, or use 'if let'"
      log.report(
        .typeMismatch(
          "a condition is a truth value, this is \(value.type.name)\(hint)", at: expression.span))
      return nil
    case .binding(let name, let expression):
      guard let value = checker(scope).check(expression, into: &log) else { return nil }
      guard let wrapped = value.type.wrapped else {
        log.report(
          .typeMismatch("this is never nil, so there is nothing to test", at: expression.span))
        return nil
      }
      let slot = newSlot()
      scope.bind(name.value, slot, wrapped)
      return .binding(slot, value)
    }
  }

  mutating func loop(
    _ loop: Node.Loop, _ scope: Scope, into log: inout Diagnostics
  ) -> [TypedNode] {
    let list = checker(scope).check(loop.list, into: &log)
    var element = TemplateType.nothing
    if let list {
      if case .list(let type) = list.type {
        element = type
      } else if list.type.wrapped != nil {
        log.report(.mayBeNil(at: loop.list.span))
      } else {
        log.report(.typeMismatch("this is \(list.type.name), not a list", at: loop.list.span))
      }
    }
    var inner = scope
    let position = loop.position.map { _ in newSlot() }
    if let position, let name = loop.position { inner.bind(name.value, position, .number) }
    let slot = newSlot()
    inner.bind(loop.element.value, slot, element)
    guard let list, case .list = list.type else { return [] }
    let start = markup
    let body = check(loop.body, &inner, into: &log)
    let end = markup
    markup = start
    let otherwise = checkBody(loop.otherwise, scope, into: &log)
    let other = markup
    markup = start
    for end in [end, other] { markup.close(loop: end, at: loop.span, into: &log) }
    return [.loop(position: position, element: slot, list: list, body: body, otherwise: otherwise)]
  }
}
