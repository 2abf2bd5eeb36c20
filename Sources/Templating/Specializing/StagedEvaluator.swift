import FoundationEssentials
import Markup
import System

/// Evaluates expressions as far as possible before a pair is chosen.
///
/// Choices move outwards: a member of a choice becomes a choice between members. An outcome is
/// assumed while it is evaluated, so that no fact is tested twice.
final class StagedEvaluator {
  /// The limit on the outcomes of a value; a value with more is left to the plain evaluator.
  private static let maxOutcomes = 256

  private var slots: [Int: StagedValue]
  private var assumedFacts: [Int: Int] = [:]
  private var assumedTests: [Int: Int] = [:]
  private var testCount = 0
  /// The budget for all values computed before a pair is chosen.
  private let budget: RenderingBudget

  init(_ slots: [Int: StagedValue], _ limits: RenderingLimits) {
    self.slots = slots
    budget = RenderingBudget(limits)
  }

  func bind(_ slot: Int, _ value: StagedValue) { slots[slot] = value }

  func value(of expression: TypedExpression) -> StagedValue {
    if budget.isSpent { return .unknown }
    let value = evaluate(expression)
    return value.outcomeCount > Self.maxOutcomes ? .unknown : value
  }

  /// Runs the body under the assumption of an outcome.
  func assuming<Failure: Error, Result>(
    _ choice: StagedValue.Choice, _ outcome: Int, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch choice {
    case .fact(let position):
      let before = assumedFacts.updateValue(outcome, forKey: position)
      defer { assumedFacts[position] = before }
      return try body()
    case .test(_, _, let id):
      let before = assumedTests.updateValue(outcome, forKey: id)
      defer { assumedTests[id] = before }
      return try body()
    }
  }

  /// Returns the value under the current assumptions.
  func assumed(_ value: StagedValue) -> StagedValue {
    var value = value
    while case .choice(let choice, let values) = value {
      let outcome: Int? =
        switch choice {
        case .fact(let position): assumedFacts[position]
        case .test(_, _, let id): assumedTests[id]
        }
      guard let outcome, values.indices.contains(outcome) else { return value }
      value = values[outcome]
    }
    return value
  }

  /// Returns a choice that tests one subject.
  func test(_ side: Side, _ expression: TypedExpression) -> StagedValue.Choice {
    testCount += 1
    return .test(side, SubjectExpression(expression: expression), id: testCount)
  }

  /// Returns a choice that tests whether a subject's value is not nil.
  func isThere(_ side: Side, _ expression: TypedExpression) -> StagedValue.Choice {
    let none = TypedExpression(constant: .none)
    return test(side, TypedExpression(kind: .binary(.notEqual, expression, none), type: .bool))
  }

  private func evaluate(_ expression: TypedExpression) -> StagedValue {
    let type = expression.type
    switch expression.kind {
    case .constant(let value): return .known(value)
    case .slot(let slot): return assumed(slots[slot] ?? .unknown)
    case .member(let base, let index):
      return eachOutcome([value(of: base)]) { self.member($0[0], index, type) }
    case .element(let base, let key):
      return eachOutcome([value(of: base), value(of: key)]) { values in
        if case .list(let items) = values[0] {
          guard let key = values[1].plain else { return .unknown }
          let index = Int(key.plainText) ?? -1
          return items.indices.contains(index) ? self.assumed(items[index]) : .known(.none)
        }
        return self.apply(values, type) { .element($0[0], $0[1]) }
      }
    case .item(let base, let index):
      return eachOutcome([value(of: base)]) { values in
        if case .list(let items) = values[0] {
          return items.indices.contains(index) ? self.assumed(items[index]) : .known(.none)
        }
        return self.apply(values, type) { .item($0[0], index) }
      }
    case .call(let method, let arguments):
      return eachOutcome(arguments.map { value(of: $0) }) { self.call(method, $0, type) }
    case .phrase(let phrase, let arguments):
      return self.phrase(phrase, arguments.map { value(of: $0) }, type)
    case .list(let items): return .list(items.map { value(of: $0) })
    case .joined(let parts): return joined(parts.map { value(of: $0) })
    case .not(let operand):
      return eachOutcome([value(of: operand)]) { self.apply($0, type) { .not($0[0]) } }
    case .negate(let operand):
      return eachOutcome([value(of: operand)]) { self.apply($0, type) { .negate($0[0]) } }
    case .binary(let op, let left, let right): return binary(op, left, right, type)
    case .conditional(let test, let yes, let no):
      return eachOutcome([value(of: test)]) { self.conditional($0[0], yes, no, type) }
    }
  }

  /// Calls the body for each combination of outcomes of values that are choices.
  private func eachOutcome(
    _ values: [StagedValue], _ body: ([StagedValue]) -> StagedValue
  ) -> StagedValue {
    let values = values.map(assumed)
    for (position, value) in values.enumerated() {
      guard case .choice(let choice, let outcomes) = value else { continue }
      return .choice(
        choice,
        outcomes.indices.map { index in
          assuming(choice, index) {
            var values = values
            values[position] = outcomes[index]
            return eachOutcome(values, body)
          }
        })
    }
    return body(values)
  }

  /// Applies an operation to values that are all known, or that all depend on the same subject.
  private func apply(
    _ values: [StagedValue], _ type: TemplateType,
    _ operation: ([TypedExpression]) -> TypedExpression.Kind
  ) -> StagedValue {
    let known = values.compactMap(\.plain)
    if known.count == values.count {
      let kind = operation(known.map { TypedExpression(constant: $0) })
      let evaluator = Evaluator([], slotCount: 0, budget: budget)
      // If the budget runs out, each page evaluates the expression and reports the place itself.
      if budget.isSpent { return .unknown }
      return .known(evaluator.value(of: TypedExpression(kind: kind, type: type)))
    }
    for side in Side.allCases {
      let expressions = values.compactMap { $0.expression(on: side) }
      if expressions.count == values.count {
        return .subject(side, TypedExpression(kind: operation(expressions), type: type))
      }
    }
    return .unknown
  }

  private func member(_ base: StagedValue, _ index: Int, _ type: TemplateType) -> StagedValue {
    if case .record(_, let members) = base { return assumed(members[index]) }
    return apply([base], type) { .member($0[0], index) }
  }

  private func call(
    _ method: Method, _ arguments: [StagedValue], _ type: TemplateType
  ) -> StagedValue {
    let result = apply(arguments, type) { .call(method, $0) }
    guard case .unknown = result, arguments.count == 1 else { return result }
    return eachOutcome([flattened(arguments[0])]) { values in
      guard case .list(let items) = values[0] else { return .unknown }
      if let result = method.result(ofCount: items.count) { return .known(result) }
      switch method.name {
      case "first": return items.first.map { self.assumed($0) } ?? .known(.none)
      case "last": return items.last.map { self.assumed($0) } ?? .known(.none)
      case "enumerated": return .list(items)
      default: return .unknown
      }
    }
  }

  /// Flattens a list of lists, for each of its outcomes.
  func flattened(_ value: StagedValue) -> StagedValue {
    guard case .concatenated(let parts) = value else { return value }
    let flat = eachOutcome(parts) { lists in
      var items: [StagedValue] = []
      for list in lists {
        switch list {
        case .list(let more): items += more
        case .known(.list(let more)): items += more.map { .known($0) }
        default: return .unknown
        }
      }
      return .list(items)
    }
    return flat.outcomeCount > Self.maxOutcomes ? .unknown : flat
  }

  private func joined(_ parts: [StagedValue]) -> StagedValue {
    let result = apply(parts, .text) { .joined($0) }
    if case .unknown = result { return Self.flat(parts) }
    return result
  }

  /// Concatenates texts. Nested concatenations are flattened and their parts counted, because
  /// repeated joining doubles the text each time.
  private static func flat(_ parts: [StagedValue]) -> StagedValue {
    let flat = parts.flatMap { if case .joined(let inner) = $0 { inner } else { [$0] } }
    return flat.count > maxOutcomes ? .unknown : .joined(flat)
  }

  /// Concatenates lists, with the same limit on the number of parts as for texts.
  private static func flat(lists: [StagedValue]) -> StagedValue {
    let flat = lists.flatMap { if case .concatenated(let inner) = $0 { inner } else { [$0] } }
    return flat.count > maxOutcomes ? .unknown : .concatenated(flat)
  }

  private func phrase(
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
      guard case .subject(let side, let count) = counts[0] else { return .unknown }
      let text = TypedExpression(kind: .joined([count.expression]), type: .text)
      let one = TypedExpression(constant: .text("1"))
      let isOne = TypedExpression(kind: .binary(.equal, text, one), type: .bool)
      return .choice(
        self.test(side, isOne), [false, true].map { self.fill(phrase, isOne: $0, values) })
    }
  }

  private func fill(_ phrase: Phrase, isOne: Bool, _ values: [StagedValue]) -> StagedValue {
    joined(
      phrase.parts(isOne: isOne).map { part in
        switch part {
        case .text(let text): .text(text)
        case .parameter(let index): values[index]
        }
      })
  }

  private func conditional(
    _ test: StagedValue, _ yes: TypedExpression, _ no: TypedExpression, _ type: TemplateType
  ) -> StagedValue {
    if let known = test.plain { return value(of: known.isTrue ? yes : no) }
    guard case .subject(let side, let decision) = test else { return .unknown }
    let result = apply([test, value(of: yes), value(of: no)], type) {
      .conditional($0[0], $0[1], $0[2])
    }
    guard case .unknown = result else { return result }
    let choice = self.test(side, decision.expression)
    let (whenFalse, whenTrue) = (
      assuming(choice, 0) { value(of: no) }, assuming(choice, 1) { value(of: yes) }
    )
    return .choice(choice, [whenFalse, whenTrue])
  }

  private func binary(
    _ op: Operator, _ left: TypedExpression, _ right: TypedExpression, _ type: TemplateType
  ) -> StagedValue {
    switch op {
    case .and, .or, .coalesce:
      return eachOutcome([value(of: left)]) { self.shortCircuit(op, $0[0], right, type) }
    case .equal, .notEqual:
      return eachOutcome([value(of: left), value(of: right)]) { values in
        let isEqual = self.equal(values[0], values[1])
        return op == .equal ? isEqual : self.apply([isEqual], .bool) { .not($0[0]) }
      }
    default:
      return eachOutcome([value(of: left), value(of: right)]) { values in
        let result = self.apply(values, type) { .binary(op, $0[0], $0[1]) }
        guard case .unknown = result, op == .plus else { return result }
        switch type {
        case .text: return Self.flat(values)
        case .list: return Self.flat(lists: values)
        default: return .unknown
        }
      }
    }
  }

  /// Evaluates `&&`, `||` and `??`, whose right side matters only if the left side does not decide.
  private func shortCircuit(
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
    guard case .subject(let side, let base) = left else { return .unknown }
    let other = value(of: right)
    let result = apply([left, other], type) { .binary(op, $0[0], $0[1]) }
    guard case .unknown = result else { return result }
    switch op {
    case .and: return .choice(test(side, base.expression), [.bool(false), other])
    case .or: return .choice(test(side, base.expression), [other, .bool(true)])
    default: return .choice(isThere(side, base.expression), [other, left])
    }
  }

  private func equal(_ left: StagedValue, _ right: StagedValue) -> StagedValue {
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
        return apply([left, right], .bool) { .binary(.equal, $0[0], $0[1]) }
      }
      return eachOutcome([members[identity], others[identity]]) { self.equal($0[0], $0[1]) }
    }
    return apply([left, right], .bool) { .binary(.equal, $0[0], $0[1]) }
  }
}
