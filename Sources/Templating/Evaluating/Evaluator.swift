import Diagnosing
import FoundationEssentials
import Markup

/// Evaluates a checked template directly, node by node. It is the oracle for every faster way.
struct Evaluator {
  private var slots: [TemplateValue]
  /// What `.input` stands for.
  private let inputs: [TemplateValue]
  /// The position of the first one that belongs to what is evaluated now.
  var firstInput = 0
  /// Renders a loop that was taken out of the template.
  private let insert: (Int, inout [UInt8]) -> Void
  let budget: RenderingBudget

  init(
    _ values: [TemplateValue], slotCount: Int, inputs: [TemplateValue] = [],
    budget: RenderingBudget = RenderingBudget(.page),
    insert: @escaping (Int, inout [UInt8]) -> Void = { _, _ in }
  ) {
    self.insert = insert
    self.inputs = inputs
    self.budget = budget
    slots = values + Array(repeating: .none, count: max(0, slotCount - values.count))
  }

  /// Appends the nodes' output, cut short if the budget runs out.
  mutating func render(_ nodes: [TypedNode], into output: inout [UInt8]) {
    guard budget.spend(steps: nodes.count) else { return }
    for index in nodes.indices {
      render(nodes[index], into: &output)
      if budget.isSpent {
        budget.unwind(nodes.place(at: index), isLoop: nodes[index].isLoop)
        return
      }
    }
  }

  /// Appends a value as it is written at a place.
  func write(_ expression: TypedExpression, for place: Place, into output: inout [UInt8]) {
    let start = output.count
    Escaping.write(value(of: expression), for: place, into: &output)
    budget.spend(bytes: output.count - start)
  }

  private mutating func render(_ node: TypedNode, into output: inout [UInt8]) {
    let start = output.count
    switch node {
    case .bytes(let bytes):
      output.append(contentsOf: bytes)
      budget.spend(bytes: output.count - start)
    case .output(let expression, let place): write(expression, for: place, into: &output)
    case .inserted(let loop): insert(loop, &output)
    case .mark: break
    case .assign(let slot, let expression, _): slots[slot] = value(of: expression)
    case .branch(let branches, let otherwise):
      let taken = branches.first { holds($0.conditions) }
      render(taken?.body ?? otherwise, into: &output)
    case .loop(let position, let element, let list, let body, let otherwise):
      let items = value(of: list).items
      for (index, item) in items.enumerated() {
        guard budget.spend(steps: 1) else { return }
        if let position { slots[position] = .number(Decimal(index)) }
        slots[element] = item
        render(body, into: &output)
      }
      if items.isEmpty { render(otherwise, into: &output) }
    }
  }

  private mutating func holds(_ conditions: [TypedNode.Condition]) -> Bool {
    for condition in conditions {
      switch condition {
      case .test(let expression): if !value(of: expression).isTrue { return false }
      case .binding(let slot, let expression):
        let value = value(of: expression)
        if value.isNone { return false }
        slots[slot] = value
      }
    }
    return true
  }

  /// Returns the value of an expression, or nil if the budget has run out.
  func value(of expression: TypedExpression) -> TemplateValue {
    if budget.isSpent { return .none }
    switch expression.kind {
    case .constant(let value): return value
    case .slot(let slot): return slots[slot].forced
    case .input(let index): return inputs[firstInput + index].forced
    case .member(let base, let index):
      guard case .record(let record) = value(of: base) else { return .none }
      return record.values[index].forced
    case .element(let base, let key): return element(of: value(of: base), value(of: key))
    case .item(let base, let index):
      guard case .list(let items) = value(of: base), items.indices.contains(index) else {
        return .none
      }
      return items[index]
    case .call(let method, let arguments):
      if let count = count(method, arguments) { return count }
      let values = arguments.map { value(of: $0) }
      // Optional chaining: every member or method of nil is nil.
      if let first = values.first, first.isNone { return .none }
      values.forEach(budget.spend)
      return made(method.evaluate(values))
    case .phrase(let phrase, let arguments):
      return made(.text(phrase.text(arguments.map { value(of: $0).plainText })))
    case .list(let items): return made(.list(items.map { value(of: $0) }))
    case .joined(let parts): return made(.text(parts.map { value(of: $0).plainText }.joined()))
    case .not(let operand): return .bool(!value(of: operand).isTrue)
    case .negate(let operand):
      guard case .number(let number) = value(of: operand) else { return .none }
      return .number(-number)
    case .binary(let op, let left, let right): return binary(op, left, right)
    case .conditional(let test, let yes, let no):
      return value(of: value(of: test).isTrue ? yes : no)
    }
  }

  /// Charges the budget for a new value.
  private func made(_ value: TemplateValue) -> TemplateValue {
    budget.spend(value)
    return value
  }

  /// Returns the element count of a deferred list, which is known without making the list.
  private func count(_ method: Method, _ arguments: [TypedExpression]) -> TemplateValue? {
    guard case .slot(let slot)? = arguments.first?.kind, case .deferred(let list) = slots[slot],
      let count = list.count
    else { return nil }
    return method.result(ofCount: count)
  }

  private func element(of base: TemplateValue, _ key: TemplateValue) -> TemplateValue {
    switch (base, key) {
    case (.dictionary(let values), .text(let key)): return (values[key] ?? .none).forced
    case (.list(let items), _):
      guard let index = Int(key.plainText), items.indices.contains(index) else { return .none }
      return items[index].forced
    default: return .none
    }
  }

  private func binary(
    _ op: Operator, _ left: TypedExpression, _ right: TypedExpression
  ) -> TemplateValue {
    let a = value(of: left)
    switch op {
    case .and: return a.isTrue ? value(of: right) : a
    case .or: return a.isTrue ? a : value(of: right)
    case .coalesce: return a.isNone ? value(of: right) : a
    case .plus: return made(compute(op, a, value(of: right)))
    default: return compute(op, a, value(of: right))
    }
  }

  private func compute(_ op: Operator, _ a: TemplateValue, _ b: TemplateValue) -> TemplateValue {
    switch (op, a, b) {
    case (.equal, _, _): .bool(a == b)
    case (.notEqual, _, _): .bool(a != b)
    case (.plus, .number(let x), .number(let y)): .number(x + y)
    case (.plus, .list(let x), .list(let y)): .list(x + y)
    case (.plus, _, _): .text(a.plainText + b.plainText)
    case (.minus, .number(let x), .number(let y)): .number(x - y)
    case (.times, .number(let x), .number(let y)): .number(x * y)
    case (.divided, .number(let x), .number(let y)): y == 0 ? .none : .number(x / y)
    case (.remainder, .number(let x), .number(let y)): y == 0 ? .none : .number(x.remainder(by: y))
    case (.less, _, _): .bool(isLess(a, b))
    case (.lessOrEqual, _, _): .bool(!isLess(b, a))
    case (.greater, _, _): .bool(isLess(b, a))
    case (.greaterOrEqual, _, _): .bool(!isLess(a, b))
    default: .none
    }
  }

  /// Compares numbers by value and texts by their bytes.
  private func isLess(_ a: TemplateValue, _ b: TemplateValue) -> Bool {
    if case .number(let x) = a, case .number(let y) = b { return x < y }
    return a.plainText.utf8.lexicographicallyPrecedes(b.plainText.utf8)
  }
}

extension TypedNode {
  fileprivate var isLoop: Bool { if case .loop = self { true } else { false } }
}

extension [TypedNode] {
  /// Returns the place of a node in the source, if a mark before it records one.
  fileprivate func place(at index: Int) -> SourceSpan? {
    if case .assign(_, _, let span) = self[index] { return span }
    if index > 0, case .mark(let origin) = self[index - 1] { return origin.span }
    return nil
  }
}
