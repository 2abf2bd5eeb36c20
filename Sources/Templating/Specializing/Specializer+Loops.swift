import FoundationEssentials
import System

extension Specializer {
  /// A loop of the template.
  struct Loop {
    let position: Int?
    let element: Int
    let list: TypedExpression
    let body: [TypedNode]
    let otherwise: [TypedNode]

    var withoutOtherwise: Loop {
      Loop(position: position, element: element, list: list, body: body, otherwise: [])
    }
  }

  /// Returns the pieces of a loop over a list, as far as the list is known.
  func pieces(of loop: Loop, over value: StagedValue) throws -> [Piece] {
    try each(value) { value in
      switch value {
      case .known(let known): return try unrolled(loop, known.items.map { .known($0) })
      case .list(let items): return try unrolled(loop, items)
      case .concatenated(let lists):
        if loop.position == nil, loop.otherwise.isEmpty { return try pieces(of: loop, each: lists) }
        let flat = evaluator.flattened(value)
        guard case .unknown = flat else { return try pieces(of: loop, over: flat) }
        // The position of an element depends on all lists before its own.
        guard loop.position == nil, let test = evaluator.areEmpty(lists) else {
          throw TooManyVariants()
        }
        return try choose(test, 2) {
          try $0 == 1 ? body(loop.otherwise) : pieces(of: loop.withoutOtherwise, each: lists)
        }
      case .subject(let side, let list): return try repeated(loop, side, list.expression)
      case .choice, .record, .joined, .rendered, .computed, .pairwise, .unknown:
        throw TooManyVariants()
      }
    }
  }

  private func pieces(of loop: Loop, each lists: [StagedValue]) throws -> [Piece] {
    try withoutEvaluation { try lists.flatMap { try pieces(of: loop, over: $0) } }
  }

  private func unrolled(_ loop: Loop, _ items: [StagedValue]) throws -> [Piece] {
    if items.isEmpty { return try body(loop.otherwise) }
    var result: [Piece] = []
    for (index, item) in items.enumerated() {
      let outer = scope.count
      defer { scope.removeLast(scope.count - outer) }
      let number = TypedExpression(constant: .number(.init(index)))
      if let position = loop.position { bind(position, .known(.number(.init(index))), number) }
      bind(
        loop.element, item, TypedExpression(kind: .item(loop.list, index), type: .nothing))
      result += try body(loop.body)
    }
    return result
  }

  /// Returns the pieces of a loop over one subject's list, rendered as part of that subject.
  private func repeated(
    _ loop: Loop, _ side: Side, _ list: TypedExpression
  ) throws -> [Piece] {
    guard case .list(let elementType) = list.type else { throw TooManyVariants() }
    let position = loop.position.map { _ in newSubjectSlot() }
    let element = newSubjectSlot()
    if let position, let slot = loop.position {
      evaluator.bind(slot, .value(of: side, at: position, type: .number))
    }
    evaluator.bind(loop.element, .value(of: side, at: element, type: elementType))
    repeats += 1
    defer { repeats -= 1 }
    let (inner, otherwise) = try withoutEvaluation {
      (try body(loop.body), try body(loop.otherwise))
    }
    let parts = [inner, otherwise].map { $0.simplified(for: .fast) }
    guard let inner = parts[0].nodes(of: side), let otherwise = parts[1].nodes(of: side) else {
      throw TooManyVariants(cause: parts.joined().lazy.compactMap { $0.place(without: side) }.first)
    }
    let node = TypedNode.loop(
      position: position, element: element, list: list, body: inner, otherwise: otherwise)
    return [.subject(side, [node])]
  }

  private func newSubjectSlot() -> Int {
    defer { subjectSlots += 1 }
    return subjectSlots
  }
}
