import System

extension StagedEvaluator {
  func phrase(
    _ phrase: Phrase, _ values: [StagedValue], _ type: TemplateType
  ) -> StagedValue {
    let result = apply(values, type) { .phrase(phrase, $0) }
    guard case .unknown = result else { return result }
    guard let position = phrase.countPosition else { return fill(phrase, isOne: false, values) }
    return eachOutcome([values[position]]) { counts in
      var values = values
      values[position] = counts[0]
      if let count = counts[0].plain {
        return self.fill(phrase, isOne: count.plainText == "1", values)
      }
      let one = StagedValue.known(.text("1"))
      let isOne = self.applyOrLeave([counts[0], one], .bool) {
        .binary(.equal, TypedExpression(kind: .joined([$0[0]]), type: .text), $0[1])
      }
      guard let choice = self.decision(isOne) else { return .unknown }
      return .choice(choice, [false, true].map { self.fill(phrase, isOne: $0, values) })
    }
  }

  func fill(_ phrase: Phrase, isOne: Bool, _ values: [StagedValue]) -> StagedValue {
    joined(
      phrase.parts(isOne: isOne).map { part in
        switch part {
        case .text(let text): .text(text)
        case .parameter(let index): values[index]
        }
      })
  }

  func conditional(
    _ test: StagedValue, _ yes: TypedExpression, _ no: TypedExpression, _ type: TemplateType
  ) -> StagedValue {
    if let known = test.plain { return value(of: known.isTrue ? yes : no) }
    let result = apply(to: test, [value(of: yes), value(of: no)], type) {
      .conditional($0[0], $0[1], $0[2])
    }
    guard case .unknown = result else { return result }
    guard let choice = decision(test) else { return .unknown }
    let (whenFalse, whenTrue) = (
      assuming(choice, 0) { value(of: no) }, assuming(choice, 1) { value(of: yes) }
    )
    return .choice(choice, [whenFalse, whenTrue])
  }

  func binary(
    _ op: Operator, _ left: TypedExpression, _ right: TypedExpression, _ type: TemplateType
  ) -> StagedValue {
    switch op {
    case .and, .or, .coalesce:
      return eachOutcome([value(of: left)]) { self.shortCircuit(op, $0[0], right, type) }
    case .equal, .notEqual:
      return eachOutcome([value(of: left), value(of: right)]) { values in
        let isEqual = self.equal(values[0], values[1])
        if op == .equal { return isEqual }
        return self.eachOutcome([isEqual]) { self.applyOrLeave($0, .bool) { .not($0[0]) } }
      }
    default:
      return eachOutcome([value(of: left), value(of: right)]) { values in
        let result = self.apply(values, type) { .binary(op, $0[0], $0[1]) }
        guard case .unknown = result else { return result }
        switch (op, type) {
        case (.plus, .text): return Self.flat(values)
        case (.plus, .list): return Self.flat(lists: values)
        default: return self.applyOrLeave(values, type) { .binary(op, $0[0], $0[1]) }
        }
      }
    }
  }

  /// `&&`, `||` and `??`, whose right side counts only when the left one does not decide.
  func shortCircuit(
    _ op: Operator, _ left: StagedValue, _ right: TypedExpression, _ type: TemplateType
  ) -> StagedValue {
    if op == .coalesce, left.isNeverNil { return left }
    if let known = left.plain {
      let isDecided: Bool =
        switch op {
        case .and: !known.isTrue
        case .or: known.isTrue
        default: !known.isNone
        }
      return isDecided ? left : value(of: right)
    }
    let other = value(of: right)
    let result = apply(to: left, [other], type) { .binary(op, $0[0], $0[1]) }
    guard case .unknown = result else { return result }
    guard let choice = op == .coalesce ? isThere(left) : decision(left) else { return .unknown }
    switch op {
    case .and: return .choice(choice, [.bool(false), other])
    case .or: return .choice(choice, [other, .bool(true)])
    default: return .choice(choice, [other, left])
    }
  }

  /// Whether several lists are all empty, or how many elements they have in all, found out list by
  /// list: the outcomes of all lists together may be too many. Nil for anything else.
  func size(_ method: Method, _ list: StagedValue, _ type: TemplateType) -> StagedValue? {
    guard case .concatenated(let lists) = list, method.result(ofCount: 0) != nil else { return nil }
    let sizes = lists.map { list in eachOutcome([list]) { call(method, $0, type) } }
    if type == .bool { return all(sizes) }
    if case .unknown = flattened(list) {
      return applyOrLeave(sizes, type) { counts in
        counts.dropFirst().reduce(counts[0]) { sum, count in
          TypedExpression(kind: .binary(.plus, sum, count), type: type)
        }.kind
      }
    }
    return nil
  }

  /// Whether several lists are all empty, as something that decides.
  func areEmpty(_ lists: [StagedValue]) -> StagedValue.Choice? {
    let isEmpty = Method.all["isEmpty"].flatMap { size($0, .concatenated(lists), .bool) }
    if case .choice(.facts(let test, let id), _)? = isEmpty { return .facts(test, id: id) }
    return isEmpty.flatMap { decision($0) }
  }

  /// A Bool that is true where all are. Where facts decide, it has two outcomes, however many facts
  /// there are.
  private func all(_ tests: [StagedValue]) -> StagedValue {
    let open = tests.filter { $0.plain?.isTrue != true }
    guard let last = open.last else { return .bool(true) }
    if open.contains(where: { $0.plain != nil }) { return .bool(false) }
    if open.count == 1 { return last }
    guard open.allSatisfy({ $0.isKnownBool && $0.isChosenByFacts }) else {
      return applyOrLeave(open, .bool) { tests in
        tests.dropFirst().reduce(tests[0]) { all, test in
          TypedExpression(kind: .binary(.and, all, test), type: .bool)
        }.kind
      }
    }
    let chain = open.dropLast().reversed().reduce(last) { rest, test in
      .choice(decision(byFacts: test), [.bool(false), rest])
    }
    return .choice(decision(byFacts: chain), [.bool(false), .bool(true)])
  }

  /// A condition as something that decides; nil when only the plain evaluator can tell.
  func decision(_ condition: StagedValue) -> StagedValue.Choice? {
    if case .subject(let side, let base) = condition { return test(side, base.expression) }
    return condition.pairExpression.map(test)
  }

  /// Whether a value is there, as something that decides.
  func isThere(_ value: StagedValue) -> StagedValue.Choice? {
    if case .subject(let side, let base) = value { return isThere(side, base.expression) }
    return value.pairExpression.map(isThere)
  }

  func equal(_ left: StagedValue, _ right: StagedValue) -> StagedValue {
    if TextPattern(left).map({ !$0.mayEqual(right) }) == true
      || TextPattern(right).map({ !$0.mayEqual(left) }) == true
    {
      return .bool(false)
    }
    if case .known(.none) = left, right.isNeverNil { return .bool(false) }
    if case .known(.none) = right, left.isNeverNil { return .bool(false) }
    if case .subject(let a, _) = left, case .subject(let b, _) = right, a != b,
      left.isWholeSubject, right.isWholeSubject
    {
      return .bool(false)
    }
    if case .record(let a, let members) = left, case .record(let b, let others) = right {
      guard a === b else { return .bool(false) }
      guard let identity = a.identity else {
        return applyOrLeave([left, right], .bool) { .binary(.equal, $0[0], $0[1]) }
      }
      return eachOutcome([members[identity], others[identity]]) { self.equal($0[0], $0[1]) }
    }
    return applyOrLeave([left, right], .bool) { .binary(.equal, $0[0], $0[1]) }
  }
}
