import System

extension Program {
  /// Appends the page of a pair.
  ///
  /// - Parameters:
  ///   - facts: a number for each fact that the staged values refer to.
  ///   - values: the template's globals for this pair; called only if `needsValues`.
  package func render(
    _ left: Fragments, _ right: Fragments, facts: [UInt16], into output: inout [UInt8],
    values: () -> [TemplateValue]
  ) {
    var evaluated = Fragments()
    if worksOutValues {
      var evaluator = Evaluator(
        needsValues ? values() : [], slotCount: evaluatesNodes ? template.slotCount : 0,
        inputs: inputs.map { $0.value(left, right, facts) },
        budget: RenderingBudget(template.limits))
      evaluated.tests = Array(repeating: false, count: pairTests.count)
      evaluate(main, left, right, facts, &evaluator, &evaluated)
      template.overruns?.report(evaluator.budget, in: template)
    }
    // An instruction runs at most once per page, so no page is longer than all parts together.
    let capacity = pool.count + left.bytes.count + right.bytes.count + evaluated.bytes.count
    let (instructions, pool) = (instructions, pool)
    var workedOut = WorkedOut(parts: evaluated)
    output.append(addingCapacity: capacity) { page in
      run(main, instructions.span, pool.span, left, right, facts.span, &workedOut, &page)
    }
  }

  /// Renders the parts left to the plain evaluator, in page order.
  private func evaluate(
    _ range: InstructionRange, _ left: Fragments, _ right: Fragments, _ facts: [UInt16],
    _ evaluator: inout Evaluator, _ evaluated: inout Fragments
  ) {
    for instruction in instructions[range.indices] {
      let chosen: Int32
      switch instruction {
      case .bytes, .left, .right, .variant: continue
      case .evaluate(let index):
        let part = evaluations[Int(index)]
        evaluator.firstInput = part.firstInput ?? 0
        evaluator.render(part.nodes, into: &evaluated.bytes)
        evaluated.ends.append(Int32(evaluated.bytes.count))
        continue
      case .compute(let index):
        let part = computations[Int(index)]
        evaluator.firstInput = part.firstInput
        evaluator.write(part.expression, for: part.place, into: &evaluated.bytes)
        evaluated.ends.append(Int32(evaluated.bytes.count))
        continue
      case .pairTest(let index, let start):
        let test = pairTests[Int(index)]
        evaluator.firstInput = test.firstInput
        let holds = evaluator.value(of: test.expression).isTrue
        evaluated.tests[Int(index)] = holds
        chosen = start + (holds ? 1 : 0)
      case .fact(let fact, let start, _): chosen = start + Int32(facts[Int(fact)])
      case .leftTest(let test, let start): chosen = start + (left.tests[Int(test)] ? 1 : 0)
      case .rightTest(let test, let start): chosen = start + (right.tests[Int(test)] ? 1 : 0)
      }
      evaluate(table[Int(chosen)], left, right, facts, &evaluator, &evaluated)
    }
  }

  /// What a page worked out, and which part of it comes next.
  private struct WorkedOut: ~Copyable {
    let parts: Fragments
    var next = 0
  }

  /// Runs the instructions. Takes spans of what each instruction reads, not arrays, to avoid
  /// reference counting: this is the inner loop.
  private func run(
    _ range: InstructionRange, _ instructions: Span<Instruction>, _ pool: Span<UInt8>,
    _ left: borrowing Fragments, _ right: borrowing Fragments, _ facts: Span<UInt16>,
    _ workedOut: inout WorkedOut, _ page: inout OutputSpan<UInt8>
  ) {
    for index in range.indices {
      let chosen: Int32
      switch instructions[index] {
      case .bytes(let start, let count):
        page.append(pool, Int(start)..<Int(start + count))
        continue
      case .left(let index):
        page.append(left.bytes.span, left.range(Int(index)))
        continue
      case .right(let index):
        page.append(right.bytes.span, right.range(Int(index)))
        continue
      case .variant(let fact, let start, let count):
        let outcome = Int32(facts[Int(fact)])
        precondition(outcome < count, "a fact has as many outcomes as were staged")
        page.append(pool, table[Int(start + outcome)].indices)
        continue
      case .evaluate, .compute:
        page.append(workedOut.parts.bytes.span, workedOut.parts.range(workedOut.next))
        workedOut.next += 1
        continue
      case .fact(let fact, let start, let count):
        let outcome = Int32(facts[Int(fact)])
        precondition(outcome < count, "a fact has as many outcomes as were staged")
        chosen = start + outcome
      case .leftTest(let test, let start): chosen = start + (left.tests[Int(test)] ? 1 : 0)
      case .rightTest(let test, let start): chosen = start + (right.tests[Int(test)] ? 1 : 0)
      case .pairTest(let test, let start):
        chosen = start + (workedOut.parts.tests[Int(test)] ? 1 : 0)
      }
      run(table[Int(chosen)], instructions, pool, left, right, facts, &workedOut, &page)
    }
  }
}

extension Program.Input {
  /// The last of the facts that it is looked up by; -1 when it is not.
  var greatestFact: Int {
    switch self {
    case .known, .value: -1
    case .fact(let fact, let inputs): inputs.reduce(fact) { max($0, $1.greatestFact) }
    case .test(_, _, let inputs): inputs.reduce(-1) { max($0, $1.greatestFact) }
    }
  }

  /// The value for a page.
  func value(
    _ left: borrowing Fragments, _ right: borrowing Fragments, _ facts: [UInt16]
  ) -> TemplateValue {
    switch self {
    case .known(let value): return value
    case .value(let side, let index):
      return side == .left ? left.values[index] : right.values[index]
    case .fact(let fact, let inputs): return inputs[Int(facts[fact])].value(left, right, facts)
    case .test(let side, let test, let inputs):
      let isTrue = side == .left ? left.tests[test] : right.tests[test]
      return inputs[isTrue ? 1 : 0].value(left, right, facts)
    }
  }
}

extension Program.InstructionRange {
  var indices: Range<Int> { Int(start)..<Int(end) }
}

extension OutputSpan<UInt8> {
  /// Appends a range of the bytes.
  @inline(__always)
  fileprivate mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    precondition(range.count <= freeCapacity, "a page is no longer than its parts")
    // Both ranges are in bounds: `extracting` checks the source, the precondition the target.
    unsafe bytes.extracting(range).withUnsafeBufferPointer { source in
      unsafe withUnsafeMutableBufferPointer { target, count in
        if let from = source.baseAddress, let to = target.baseAddress {
          unsafe (to + count).initialize(from: from, count: source.count)
        }
        count += source.count
      }
    }
  }
}
