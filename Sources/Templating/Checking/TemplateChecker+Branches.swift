import Diagnosing

extension TemplateChecker {
  mutating func branch(
    _ branches: [Node.Branch], _ otherwise: [Node], _ span: SourceSpan, _ scope: Scope,
    into log: inout Diagnostics
  ) -> [TypedNode] {
    let start = markup
    var ends: [MarkupFollower] = []
    let typed = branches.compactMap { branch -> TypedNode.Branch? in
      // A value that the include passes as nil is never there, so the branch needs no checking.
      if branch.conditions.contains(where: { isNeverThere($0, scope) }) { return nil }
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

  private func isNeverThere(_ condition: Node.Condition, _ scope: Scope) -> Bool {
    guard case .binding(_, let expression) = condition else { return false }
    var ignored = Diagnostics()
    return checker(scope).check(expression, into: &ignored)?.type == .nothing
  }

  private mutating func condition(
    _ scope: inout Scope, _ condition: Node.Condition, into log: inout Diagnostics
  ) -> TypedNode.Condition? {
    switch condition {
    case .test(let expression):
      guard let value = checker(scope).check(expression, into: &log) else { return nil }
      if value.type == .bool { return .test(value) }
      let hint = ExpressionChecker.hint(toTest: value.type)
      log.report(
        .typeMismatch(
          "a condition is a Bool, this is \(value.type.name)\(hint)", at: expression.span))
      return nil
    case .binding(let name, let expression):
      guard let value = checker(scope).check(expression, into: &log) else {
        scope.bindBroken(name.value)
        return nil
      }
      let isAsked = scope.isParameter(expression)
      guard let wrapped = value.type.wrapped ?? (isAsked ? value.type : nil) else {
        log.report(
          .typeMismatch("this is never nil, so there is nothing to test", at: expression.span))
        scope.bindBroken(name.value)
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
    var inner = scope
    let position = loop.position.map { _ in newSlot() }
    if let position, let name = loop.position { inner.bind(name.value, position, .number) }
    let slot = newSlot()
    if let list, let element = element(of: list, loop, into: &log) {
      inner.bind(loop.element.value, slot, element)
    } else {
      inner.bindBroken(loop.element.value)
    }
    let filter = loop.filter.flatMap { condition(&inner, .test($0), into: &log) }
    if filter != nil, !loop.otherwise.isEmpty {
      log.report(.syntax("a loop with 'where' has no 'else'", at: loop.span))
    }
    let start = markup
    var body = check(loop.body, &inner, into: &log)
    if let filter {
      body = [.branch([TypedNode.Branch(conditions: [filter], body: body)], otherwise: [])]
    }
    let end = markup
    markup = start
    let otherwise = checkBody(loop.otherwise, scope, into: &log)
    let other = markup
    markup = start
    for end in [end, other] { markup.close(loop: end, at: loop.span, into: &log) }
    guard let list else { return [] }
    return [.loop(position: position, element: slot, list: list, body: body, otherwise: otherwise)]
  }

  /// Returns the type of a loop's elements, or nil if a problem was reported.
  private func element(
    of list: TypedExpression, _ loop: Node.Loop, into log: inout Diagnostics
  ) -> TemplateType? {
    let isEnumerated: Bool =
      if case .call(let method, _) = list.kind { method.name == "enumerated" } else { false }
    if loop.position != nil, !isEnumerated {
      log.report(
        .typeMismatch("two names need 'list.enumerated()' behind 'in'", at: loop.list.span))
      return nil
    }
    if loop.position == nil, isEnumerated {
      log.report(
        .typeMismatch("'enumerated()' needs two names: 'for (i, x) in'", at: loop.list.span))
      return nil
    }
    if case .list(let type) = list.type { return type }
    log.report(
      list.type.wrapped != nil
        ? .mayBeNil(at: loop.list.span)
        : .typeMismatch(
          "this is \(list.type.name), not a list"
            + (list.type == .number ? "; a range is written '0..<5'" : ""), at: loop.list.span))
    return nil
  }
}
