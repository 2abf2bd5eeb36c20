import System

extension StagedEvaluator {
  /// Evaluates the body for each outcome of values that are choices, unless these would be too
  /// many and each page can work the value out itself.
  func eachOutcome(
    _ values: [StagedValue], _ body: ([StagedValue]) -> StagedValue
  ) -> StagedValue {
    let values = values.map(assumed)
    if areBetterLeft(values) { return body(values) }
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

  /// Whether choices among values should not be listed: each page looks them up.
  func areBetterLeft(_ values: [StagedValue]) -> Bool {
    let isMixed = values.contains { if case .pairwise = $0 { true } else { false } }
    let count = values.reduce(1) { min($0 * $1.outcomeCount, Self.maxOutcomes + 1) }
    guard isMixed || count > Self.maxOutcomes else { return false }
    return values.allSatisfy { $0.outcomeCount == 1 || $0.isInput }
  }

  /// As `apply`; what depends on both subjects is left to each page.
  func applyOrLeave(
    _ values: [StagedValue], _ type: TemplateType,
    _ operation: ([TypedExpression]) -> TypedExpression.Kind
  ) -> StagedValue {
    let result = apply(values, type, operation)
    guard case .unknown = result else { return result }
    var operands = PairOperands()
    guard let expressions = operands.operands(values),
      operands.inputs.count <= PairExpression.maxInputs
    else { return .unknown }
    let expression = TypedExpression(kind: operation(expressions), type: type)
    return .pairwise(PairExpression(expression: expression, inputs: operands.inputs))
  }

  /// An operation that its first value decides: left to each page where each page works that out,
  /// otherwise a choice that is made without the others.
  func apply(
    to decision: StagedValue, _ others: [StagedValue], _ type: TemplateType,
    _ operation: ([TypedExpression]) -> TypedExpression.Kind
  ) -> StagedValue {
    if case .pairwise = decision { return applyOrLeave([decision] + others, type, operation) }
    return apply([decision] + others, type, operation)
  }

  /// The operation on values that are known, or that all depend on one subject.
  func apply(
    _ values: [StagedValue], _ type: TemplateType,
    _ operation: ([TypedExpression]) -> TypedExpression.Kind
  ) -> StagedValue {
    let known = values.compactMap(\.plain)
    if known.count == values.count {
      let kind = operation(known.map { TypedExpression(constant: $0) })
      let evaluator = Evaluator([], slotCount: 0, budget: budget)
      // Too dear to be worked out beforehand: each page counts anew, and says where.
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
}
