import FoundationEssentials
import Markup
import System

/// Evaluates expressions as far as possible before a pair is chosen.
///
/// Choices move outwards: a member of a choice becomes a choice between members. An outcome is
/// assumed while it is evaluated, so that no fact is tested twice.
final class StagedEvaluator {
  /// The limit on the outcomes of a value; a value with more is left to the plain evaluator.
  static let maxOutcomes = 256

  private var slots: [Int: StagedValue]
  private var assumedFacts: [Int: Int] = [:]
  private var assumedTests: [Int: Int] = [:]
  private var testCount = 0
  /// The budget for all values computed before a pair is chosen.
  let budget: RenderingBudget

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
    case .test(_, _, let id), .facts(_, let id), .pair(_, let id):
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
        case .test(_, _, let id), .facts(_, let id), .pair(_, let id): assumedTests[id]
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

  /// Returns a choice by a Bool that facts decide.
  func decision(byFacts condition: StagedValue) -> StagedValue.Choice {
    testCount += 1
    return .facts(condition, id: testCount)
  }

  /// A test of a pair as something that decides.
  func test(_ pair: PairExpression) -> StagedValue.Choice {
    testCount += 1
    return .pair(pair, id: testCount)
  }

  /// Whether a pair's value is there.
  func isThere(_ pair: PairExpression) -> StagedValue.Choice {
    let none = TypedExpression(constant: .none)
    let kind = TypedExpression.Kind.binary(.notEqual, pair.expression, none)
    return test(
      PairExpression(expression: TypedExpression(kind: kind, type: .bool), inputs: pair.inputs))
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
    case .input: return .unknown
    case .member(let base, let index):
      return eachOutcome([value(of: base)]) { self.member($0[0], index, type) }
    case .element(let base, let key):
      return eachOutcome([value(of: base), value(of: key)]) { values in
        if case .list(let items) = values[0] {
          guard let key = values[1].plain else { return .unknown }
          let index = Int(key.plainText) ?? -1
          return items.indices.contains(index) ? self.assumed(items[index]) : .known(.none)
        }
        return self.applyOrLeave(values, type) { .element($0[0], $0[1]) }
      }
    case .item(let base, let index):
      return eachOutcome([value(of: base)]) { values in
        if case .list(let items) = values[0] {
          return items.indices.contains(index) ? self.assumed(items[index]) : .known(.none)
        }
        return self.applyOrLeave(values, type) { .item($0[0], index) }
      }
    case .call(let method, let arguments):
      return eachOutcome(arguments.map { value(of: $0) }) { self.call(method, $0, type) }
    case .phrase(let phrase, let arguments):
      return self.phrase(phrase, arguments.map { value(of: $0) }, type)
    case .list(let items): return .list(items.map { value(of: $0) })
    case .joined(let parts): return joined(parts.map { value(of: $0) })
    case .not(let operand):
      return eachOutcome([value(of: operand)]) { self.applyOrLeave($0, type) { .not($0[0]) } }
    case .negate(let operand):
      return eachOutcome([value(of: operand)]) { self.applyOrLeave($0, type) { .negate($0[0]) } }
    case .binary(let op, let left, let right): return binary(op, left, right, type)
    case .conditional(let test, let yes, let no):
      return eachOutcome([value(of: test)]) { self.conditional($0[0], yes, no, type) }
    }
  }

  func member(_ base: StagedValue, _ index: Int, _ type: TemplateType) -> StagedValue {
    if case .record(_, let members) = base { return assumed(members[index]) }
    return applyOrLeave([base], type) { .member($0[0], index) }
  }

  func call(
    _ method: Method, _ arguments: [StagedValue], _ type: TemplateType
  ) -> StagedValue {
    let result = apply(arguments, type) { .call(method, $0) }
    guard case .unknown = result else { return result }
    if let text = joinedText(method, arguments, type) { return text }
    func left() -> StagedValue { applyOrLeave(arguments, type) { .call(method, $0) } }
    guard arguments.count == 1 else { return left() }
    if let size = size(method, arguments[0], type) { return size }
    return eachOutcome([flattened(arguments[0])]) { values in
      guard case .list(let items) = values[0] else { return left() }
      if let result = method.result(ofCount: items.count) { return .known(result) }
      switch method.name {
      case "first": return items.first.map { self.assumed($0) } ?? .known(.none)
      case "last": return items.last.map { self.assumed($0) } ?? .known(.none)
      case "enumerated": return .list(items)
      default: return left()
      }
    }
  }

  /// Texts of a list with a text between them, as far as these are written side by side.
  func joinedText(
    _ method: Method, _ arguments: [StagedValue], _ type: TemplateType
  ) -> StagedValue? {
    guard method.name == "joined", type == .text, arguments.count == 2,
      case .list(let items) = arguments[0]
    else { return nil }
    let parts = items.enumerated().flatMap { $0 == 0 ? [$1] : [arguments[1], $1] }
    return eachOutcome(parts) { self.joined($0) }
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

  func joined(_ parts: [StagedValue]) -> StagedValue {
    let result = apply(parts, .text) { .joined($0) }
    if case .unknown = result { return Self.flat(parts) }
    return result
  }

  /// Concatenates texts. Nested concatenations are flattened and their parts counted, because
  /// repeated joining doubles the text each time.
  static func flat(_ parts: [StagedValue]) -> StagedValue {
    let flat = parts.flatMap { if case .joined(let inner) = $0 { inner } else { [$0] } }
    return flat.count > maxOutcomes ? .unknown : .joined(flat)
  }

  /// Concatenates lists, with the same limit on the number of parts as for texts.
  static func flat(lists: [StagedValue]) -> StagedValue {
    let flat = lists.flatMap { if case .concatenated(let inner) = $0 { inner } else { [$0] } }
    return flat.count > maxOutcomes ? .unknown : .concatenated(flat)
  }
}
