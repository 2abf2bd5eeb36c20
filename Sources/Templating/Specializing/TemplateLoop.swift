/// A loop taken out of a template, to be rendered separately.
package struct TemplateLoop: Sendable {
  let element: Int
  let body: [TypedNode]
  let template: Template

  /// Returns the body as a program for pairs, with one pair per element.
  ///
  /// - Parameters:
  ///   - globals: the template's globals, by position; nil for those that the body must not use.
  ///   - element: the loop's element, which is a pair.
  /// - Returns: nil if some part had to be left to the plain evaluator.
  package func program(
    _ globals: [StagedValue?], element: StagedValue, subjectValues: Int
  ) -> Program? {
    var slots: [Int: StagedValue] = [self.element: element]
    for (slot, value) in globals.enumerated() { slots[slot] = value }
    let program = Program(template.with(body), slots: slots, subjectValues: subjectValues)
    return program.evaluatesNodes ? nil : program
  }
}

extension Template {
  /// Returns the template without its loops over a global list, and these loops by number.
  package func extractingLoops(over global: Int) -> (template: Template, loops: [TemplateLoop]) {
    var loops: [TemplateLoop] = []
    let rest = extract(nodes, global, &loops)
    return (with(rest), loops)
  }

  private func extract(
    _ nodes: [TypedNode], _ global: Int, _ loops: inout [TemplateLoop]
  ) -> [TypedNode] {
    nodes.map { node in
      switch node {
      case .loop(nil, let element, let list, let body, let otherwise) where otherwise.isEmpty:
        guard case .slot(global) = list.kind else { break }
        loops.append(TemplateLoop(element: element, body: body, template: self))
        return .inserted(loops.count - 1)
      case .loop(let position, let element, let list, let body, let otherwise):
        return .loop(
          position: position, element: element, list: list, body: extract(body, global, &loops),
          otherwise: extract(otherwise, global, &loops))
      case .branch(let branches, let otherwise):
        return .branch(
          branches.map {
            TypedNode.Branch(conditions: $0.conditions, body: extract($0.body, global, &loops))
          }, otherwise: extract(otherwise, global, &loops))
      case .bytes, .output, .assign, .inserted, .mark: break
      }
      return node
    }
  }
}

extension Template {
  /// Reports whether the template reads more of a global list than its element count.
  package func readsElements(ofList global: Int) -> Bool {
    nodes.contains { $0.readsElements(ofList: global) }
  }
}

extension TypedNode {
  fileprivate func readsElements(ofList slot: Int) -> Bool {
    switch self {
    case .bytes, .inserted, .mark: false
    case .output(let expression, _), .assign(_, let expression, _):
      expression.readsElements(ofList: slot)
    case .branch(let branches, let otherwise):
      otherwise.contains { $0.readsElements(ofList: slot) }
        || branches.contains { branch in
          branch.body.contains { $0.readsElements(ofList: slot) }
            || branch.conditions.contains { condition in
              switch condition {
              case .test(let expression), .binding(_, let expression):
                expression.readsElements(ofList: slot)
              }
            }
        }
    case .loop(_, _, let list, let body, let otherwise):
      list.readsElements(ofList: slot)
        || (body + otherwise).contains { $0.readsElements(ofList: slot) }
    }
  }
}

extension TypedExpression {
  fileprivate func readsElements(ofList slot: Int) -> Bool {
    switch kind {
    case .slot(let other): return other == slot
    case .call(let method, let arguments):
      if method.result(ofCount: 0) != nil, case .slot(slot)? = arguments.first?.kind {
        return false
      }
      return arguments.contains { $0.readsElements(ofList: slot) }
    default: return operands.contains { $0.readsElements(ofList: slot) }
    }
  }

  /// The operands of the expression.
  var operands: [TypedExpression] {
    switch kind {
    case .constant, .slot, .input: []
    case .member(let base, _), .item(let base, _): [base]
    case .not(let operand), .negate(let operand): [operand]
    case .element(let base, let key): [base, key]
    case .call(_, let list), .phrase(_, let list), .list(let list), .joined(let list): list
    case .binary(_, let left, let right): [left, right]
    case .conditional(let test, let yes, let no): [test, yes, no]
    }
  }
}
