import FoundationEssentials

/// A part of a page that is left to the plain evaluator, with all that it needs.
struct LocalPart {
  let nodes: [TypedNode]
  /// What `.input` in the nodes stands for.
  let inputs: [StagedValue]
}

extension Specializer {
  /// A node that the plain evaluator can render from a few inputs, without all other values of the
  /// page; nil when it needs more.
  func localized(_ node: TypedNode) -> LocalPart? {
    var operands = PairOperands()
    guard let nodes = localized([node], &operands),
      operands.inputs.count <= PairExpression.maxInputs
    else { return nil }
    return LocalPart(nodes: nodes, inputs: operands.inputs)
  }

  private func localized(_ nodes: [TypedNode], _ operands: inout PairOperands) -> [TypedNode]? {
    var result: [TypedNode] = []
    for node in nodes {
      guard let more = localized(node, &operands), result.count <= 1000 else { return nil }
      result += more
    }
    return result
  }

  private func localized(_ node: TypedNode, _ operands: inout PairOperands) -> [TypedNode]? {
    switch node {
    case .bytes, .mark: return [node]
    case .inserted: return nil
    case .output(let expression, let place):
      return operands.operand(evaluator.value(of: expression)).map { [.output($0, place)] }
    case .assign(let slot, let expression, let span):
      let value = evaluator.value(of: expression)
      guard case .pairwise = value else {
        evaluator.bind(slot, value)
        return []
      }
      guard let operand = operands.operand(value) else { return nil }
      evaluator.bind(slot, PairExpression.local(slot, expression.type))
      return [.assign(slot, operand, span)]
    case .branch(let branches, let otherwise):
      var local: [TypedNode.Branch] = []
      for branch in branches {
        guard let conditions = localized(branch.conditions, &operands),
          let body = localized(branch.body, &operands)
        else { return nil }
        local.append(TypedNode.Branch(conditions: conditions, body: body))
      }
      return localized(otherwise, &operands).map { [.branch(local, otherwise: $0)] }
    case .loop(let position, let element, let list, let body, let otherwise):
      let loop = Loop(
        position: position, element: element, list: list, body: body, otherwise: otherwise)
      return localized(loop, over: evaluator.value(of: list), &operands)
    }
  }

  private func localized(
    _ conditions: [TypedNode.Condition], _ operands: inout PairOperands
  ) -> [TypedNode.Condition]? {
    var result: [TypedNode.Condition] = []
    for condition in conditions {
      switch condition {
      case .test(let expression):
        guard let test = operands.operand(evaluator.value(of: expression)) else { return nil }
        result.append(.test(test))
      case .binding(let slot, let expression):
        guard let value = operands.operand(evaluator.value(of: expression)) else { return nil }
        let type = expression.type.wrapped ?? expression.type
        evaluator.bind(slot, PairExpression.local(slot, type))
        result.append(.binding(slot, value))
      }
    }
    return result
  }

  private func localized(
    _ loop: Loop, over value: StagedValue, _ operands: inout PairOperands
  ) -> [TypedNode]? {
    if case .list(let items) = value, value.plain == nil {
      return unrolled(loop, items, &operands)
    }
    guard case .list(let type) = loop.list.type, let list = operands.operand(value) else {
      return nil
    }
    if let position = loop.position {
      evaluator.bind(position, PairExpression.local(position, .number))
    }
    evaluator.bind(loop.element, PairExpression.local(loop.element, type))
    guard let body = localized(loop.body, &operands),
      let otherwise = localized(loop.otherwise, &operands)
    else { return nil }
    return [
      .loop(
        position: loop.position, element: loop.element, list: list, body: body,
        otherwise: otherwise)
    ]
  }

  private func unrolled(
    _ loop: Loop, _ items: [StagedValue], _ operands: inout PairOperands
  ) -> [TypedNode]? {
    if items.isEmpty { return localized(loop.otherwise, &operands) }
    var result: [TypedNode] = []
    for (index, item) in items.enumerated() {
      if let position = loop.position { evaluator.bind(position, .known(.number(.init(index)))) }
      evaluator.bind(loop.element, item)
      guard let body = localized(loop.body, &operands), result.count <= 1000 else { return nil }
      result += body
    }
    return result
  }
}
