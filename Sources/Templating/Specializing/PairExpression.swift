import System

/// An expression over values of both subjects and over facts, such as `left.count > right.count`.
///
/// Each page works it out from its inputs alone: what either subject contributes is made once per
/// subject, and nothing else of the page is needed.
package struct PairExpression: Sendable {
  /// `.input(i)` stands for `inputs[i]`.
  let expression: TypedExpression
  let inputs: [StagedValue]
  /// More are left to the plain evaluator. Every operation adds up the inputs of its operands, so
  /// this also bounds what `a + a` of `a + a` grows to.
  static let maxInputs = 64
}

extension PairExpression {
  /// A name that the plain evaluator gives a value to, within a part that is left to it.
  static func local(_ slot: Int, _ type: TemplateType) -> StagedValue {
    .pairwise(
      PairExpression(expression: TypedExpression(kind: .slot(slot), type: type), inputs: []))
  }

  /// - Parameter pair: the values that the inputs are taken from.
  func value(_ pair: PairInputs) -> TemplateValue {
    let values = inputs.map { $0.resolved(pair) }
    return Evaluator([], slotCount: 0, inputs: values).value(of: expression)
  }
}

/// Collects what a part of a page needs of a pair.
struct PairOperands {
  private(set) var inputs: [StagedValue] = []

  /// A value as an operand over the inputs; nil when only the plain evaluator can make it.
  mutating func operand(_ value: StagedValue) -> TypedExpression? {
    if let plain = value.plain { return TypedExpression(constant: plain) }
    switch value {
    case .subject(_, let base): return input(value, base.expression.type)
    case .choice(.facts(let test, _), let values) where values.count == 2:
      return operands([test, values[0], values[1]]).map {
        TypedExpression(kind: .conditional($0[0], $0[2], $0[1]), type: .nothing)
      }
    case .choice: return value.isInput ? input(value, .nothing) : nil
    case .pairwise(let pair):
      let first = inputs.count
      inputs += pair.inputs
      return pair.expression.offsettingInputs(by: first)
    case .list(let items):
      return operands(items).map { TypedExpression(kind: .list($0), type: .list(.nothing)) }
    case .joined(let parts):
      return operands(parts).map { TypedExpression(kind: .joined($0), type: .text) }
    case .concatenated(let lists):
      let type = TemplateType.list(.nothing)
      return operands(lists)?.reduce(TypedExpression(kind: .list([]), type: type)) { sum, list in
        TypedExpression(kind: .binary(.plus, sum, list), type: type)
      }
    case .known, .record, .rendered, .computed, .unknown: return nil
    }
  }

  mutating func operands(_ values: [StagedValue]) -> [TypedExpression]? {
    var operands: [TypedExpression] = []
    for value in values {
      guard inputs.count <= PairExpression.maxInputs, let operand = operand(value) else {
        return nil
      }
      operands.append(operand)
    }
    return operands
  }

  private mutating func input(_ value: StagedValue, _ type: TemplateType) -> TypedExpression {
    inputs.append(value)
    return TypedExpression(kind: .input(inputs.count - 1), type: type)
  }
}

extension StagedValue {
  /// Whether a page can look the value up: it is known, a subject's, or a choice of such.
  var isInput: Bool {
    switch self {
    case .known, .subject: true
    case .choice(.fact, let values), .choice(.test, let values): values.allSatisfy(\.isInput)
    case .list, .record, .joined: plain != nil
    case .choice(.facts, _), .choice(.pair, _): false
    case .concatenated, .rendered, .computed, .pairwise, .unknown: false
    }
  }

  /// Whether it is known but for facts.
  var isChosenByFacts: Bool {
    switch self {
    case .choice(.fact, let values): values.allSatisfy(\.isChosenByFacts)
    case .choice(.facts(let test, _), let values):
      test.isChosenByFacts && values.allSatisfy(\.isChosenByFacts)
    case .choice: false
    default: plain != nil
    }
  }

  /// Whether every outcome is a known Bool, however it is chosen.
  var isKnownBool: Bool {
    switch self {
    case .choice(_, let values): values.allSatisfy(\.isKnownBool)
    case .known(.bool): true
    default: false
    }
  }

  /// A pair's value as an expression; nil when only the plain evaluator can make it.
  var pairExpression: PairExpression? {
    var operands = PairOperands()
    guard let expression = operands.operand(self),
      operands.inputs.count <= PairExpression.maxInputs
    else { return nil }
    return PairExpression(expression: expression, inputs: operands.inputs)
  }
}

extension TypedExpression {
  /// The expression with its inputs at later positions.
  func offsettingInputs(by offset: Int) -> TypedExpression {
    if offset == 0 { return self }
    func moved(_ expression: TypedExpression) -> TypedExpression {
      expression.offsettingInputs(by: offset)
    }
    let kind: Kind =
      switch self.kind {
      case .constant, .slot: self.kind
      case .input(let index): .input(index + offset)
      case .member(let base, let index): .member(moved(base), index)
      case .element(let base, let key): .element(moved(base), moved(key))
      case .item(let base, let index): .item(moved(base), index)
      case .call(let method, let arguments): .call(method, arguments.map(moved))
      case .phrase(let phrase, let arguments): .phrase(phrase, arguments.map(moved))
      case .list(let items): .list(items.map(moved))
      case .joined(let parts): .joined(parts.map(moved))
      case .not(let operand): .not(moved(operand))
      case .negate(let operand): .negate(moved(operand))
      case .binary(let op, let left, let right): .binary(op, moved(left), moved(right))
      case .conditional(let test, let yes, let no): .conditional(moved(test), moved(yes), moved(no))
      }
    return TypedExpression(kind: kind, type: type)
  }
}
