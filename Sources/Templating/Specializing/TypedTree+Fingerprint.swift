import Hashing

extension TypedExpression: Fingerprinted {
  /// Adds everything that determines the expression's value, except the values in its slots.
  package func add(to input: inout FingerprintInput) {
    switch kind {
    case .constant(let value):
      input.add(kind: 0)
      input.add(value)
    case .slot(let slot):
      input.add(kind: 1)
      input.add(slot)
    case .member(let base, let index): add(2, index, [base], to: &input)
    case .element(let base, let key): add(3, 0, [base, key], to: &input)
    case .item(let base, let index): add(4, index, [base], to: &input)
    case .call(let method, let arguments):
      add(5, 0, arguments, to: &input)
      input.add(method.name)
    case .phrase(let phrase, let arguments):
      add(6, 0, arguments, to: &input)
      phrase.add(to: &input)
    case .list(let items): add(7, 0, items, to: &input)
    case .joined(let parts): add(8, 0, parts, to: &input)
    case .not(let operand): add(9, 0, [operand], to: &input)
    case .negate(let operand): add(10, 0, [operand], to: &input)
    case .binary(let op, let left, let right):
      add(11, 0, [left, right], to: &input)
      input.add(op.rawValue)
    case .conditional(let test, let yes, let no): add(12, 0, [test, yes, no], to: &input)
    case .input(let index): add(13, index, [], to: &input)
    }
  }

  private func add(
    _ kind: UInt8, _ index: Int, _ operands: [TypedExpression], to input: inout FingerprintInput
  ) {
    input.add(kind: kind)
    input.add(index)
    input.add(operands)
  }
}

extension TypedNode: Fingerprinted {
  /// Adds everything that determines the node's output. The node's place in the source is left out.
  package func add(to input: inout FingerprintInput) {
    switch self {
    case .bytes(let bytes):
      input.add(kind: 0)
      input.add(bytes)
    case .output(let expression, let place):
      input.add(kind: 1)
      input.add("\(place)")
      expression.add(to: &input)
    case .branch(let branches, let otherwise):
      input.add(kind: 2)
      input.add(branches.count)
      for branch in branches {
        input.add(branch.conditions)
        input.add(branch.body)
      }
      input.add(otherwise)
    case .loop(let position, let element, let list, let body, let otherwise):
      input.add(kind: 3)
      input.add(position ?? -1)
      input.add(element)
      list.add(to: &input)
      input.add(body)
      input.add(otherwise)
    case .assign(let slot, let expression, _):
      input.add(kind: 4)
      input.add(slot)
      expression.add(to: &input)
    case .mark: input.add(kind: 5)
    case .inserted(let number):
      input.add(kind: 6)
      input.add(number)
    }
  }
}

extension TypedNode.Condition: Fingerprinted {
  package func add(to input: inout FingerprintInput) {
    switch self {
    case .test(let expression):
      input.add(kind: 0)
      expression.add(to: &input)
    case .binding(let slot, let expression):
      input.add(kind: 1)
      input.add(slot)
      expression.add(to: &input)
    }
  }
}

extension Phrase: Fingerprinted {
  package func add(to input: inout FingerprintInput) {
    for isOne in [false, true] {
      let parts = parts(isOne: isOne)
      input.add(parts.count)
      for part in parts {
        switch part {
        case .text(let text):
          input.add(kind: 0)
          input.add(text)
        case .parameter(let index):
          input.add(kind: 1)
          input.add(index)
        }
      }
    }
    input.add(countPosition ?? -1)
    input.add(isRightToLeft ? 1 : 0)
  }
}
