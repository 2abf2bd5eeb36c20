package import Hashing

/// A template specialised for one category: what is left to do for a page of two subjects.
///
/// A flat list of instructions: copy these bytes, copy this fragment of the left subject, run the
/// instructions that a fact picks. Rendering a page is a loop over it.
package struct Program: Sendable {
  enum Instruction: Sendable {
    /// Bytes of the constant pool.
    case bytes(start: Int32, count: Int32)
    case left(Int32)
    case right(Int32)
    /// Instructions by the value of a fact: `count` ranges from `start` in the table.
    case fact(Int32, start: Int32, count: Int32)
    /// The same where each outcome is bytes: ranges of the constant pool.
    case variant(Int32, start: Int32, count: Int32)
    case leftTest(Int32, start: Int32)
    case rightTest(Int32, start: Int32)
    /// Nodes for the plain evaluator.
    case evaluate(Int32)
  }

  struct InstructionRange: Sendable {
    let start: Int32
    let end: Int32
  }

  /// What one subject has to be asked and to render for its side.
  struct Part: Sendable {
    var fragments: [[TypedNode]] = []
    var tests: [TypedExpression] = []
  }

  private(set) var instructions: [Instruction] = []
  private(set) var table: [InstructionRange] = []
  private(set) var pool: [UInt8] = []
  private(set) var parts = [Part(), Part()]
  private(set) var evaluations: [[TypedNode]] = []
  private var main = InstructionRange(start: 0, end: 0)
  private let subjectSlots: Int
  package let template: Template

  /// - Parameters:
  ///   - values: the template's globals, as far as they are known.
  ///   - subjectValues: how many values each subject has.
  package init(_ template: Template, _ values: [StagedValue], subjectValues: Int) {
    self.init(template, slots: values.bySlot, subjectValues: subjectValues)
  }

  init(_ template: Template, slots: [Int: StagedValue], subjectValues: Int) {
    self.template = template
    let (pieces, slots) = Specializer.pieces(of: template, slots, subjectSlots: subjectValues)
    subjectSlots = slots
    main = add(pieces)
  }

  /// False when every page can be made from fragments and facts alone.
  package var needsValues: Bool { !evaluations.isEmpty }

  /// Changes whenever the pages do for another reason than a subject or a fact. Where the program
  /// `needsValues`, the template's text and the site's values count too.
  package var fingerprint: Fingerprint {
    Fingerprint { input in
      input.add(pool)
      for instruction in instructions { input.add(instruction) }
      for range in table + [main] {
        input.add(Int(range.start))
        input.add(Int(range.end))
      }
    }
  }

  /// Those that every page runs.
  var mainInstructions: ArraySlice<Instruction> { instructions[Int(main.start)..<Int(main.end)] }

  // MARK: Assembly

  /// Adds pieces as instructions that follow each other; what they choose from stands before them.
  private mutating func add(_ pieces: [Piece]) -> InstructionRange {
    let sequence = pieces.map { instruction(for: $0) }
    let start = Int32(instructions.count)
    instructions += sequence
    return InstructionRange(start: start, end: Int32(instructions.count))
  }

  private mutating func instruction(for piece: Piece) -> Instruction {
    switch piece {
    case .bytes(let bytes):
      let start = Int32(pool.count)
      pool += bytes
      return .bytes(start: start, count: Int32(bytes.count))
    case .subject(let side, let nodes):
      let index = Int32(parts[side.rawValue].fragments.count)
      parts[side.rawValue].fragments.append(nodes)
      return side == .left ? .left(index) : .right(index)
    case .choose(.fact(let fact), let outcomes, _) where outcomes.allSatisfy(\.isBytes):
      let start = Int32(table.count)
      for outcome in outcomes {
        let start = Int32(pool.count)
        if case .bytes(let bytes)? = outcome.first { pool += bytes }
        table.append(InstructionRange(start: start, end: Int32(pool.count)))
      }
      return .variant(Int32(fact), start: start, count: Int32(outcomes.count))
    case .choose(let choice, let outcomes, _):
      let ranges = outcomes.map { add($0) }
      let start = Int32(table.count)
      table += ranges
      switch choice {
      case .fact(let fact): return .fact(Int32(fact), start: start, count: Int32(ranges.count))
      case .test(let side, let test, _):
        let index = Int32(parts[side.rawValue].tests.count)
        parts[side.rawValue].tests.append(test.expression)
        return side == .left
          ? .leftTest(index, start: start) : .rightTest(index, start: start)
      }
    case .evaluate(let nodes, _, _):
      evaluations.append(nodes)
      return .evaluate(Int32(evaluations.count - 1))
    }
  }

  // MARK: Rendering

  /// Renders what depends on one subject alone.
  ///
  /// - Parameter values: of the subject, in the order that its staged values name.
  package func fragments(of side: Side, _ values: [TemplateValue]) -> Fragments {
    let part = parts[side.rawValue]
    var evaluator = Evaluator(values, slotCount: subjectSlots)
    var bytes: [UInt8] = []
    let ends = part.fragments.map { nodes in
      evaluator.render(nodes, into: &bytes)
      return Int32(bytes.count)
    }
    return Fragments(
      bytes: bytes, ends: ends, tests: part.tests.map { evaluator.value(of: $0).isTrue })
  }

  /// Appends the page of a pair.
  ///
  /// - Parameters:
  ///   - facts: one number for each fact that the staged values name.
  ///   - values: the template's globals for this pair; asked for only where `needsValues`.
  package func render(
    _ left: Fragments, _ right: Fragments, facts: [UInt16], into output: inout [UInt8],
    values: () -> [TemplateValue]
  ) {
    var evaluated = Fragments()
    if needsValues {
      var evaluator = Evaluator(values(), slotCount: template.slotCount)
      evaluate(main, left, right, facts, &evaluator, &evaluated)
    }
    // An instruction runs at most once a page, so the parts together are as long as a page can be.
    let capacity = pool.count + left.bytes.count + right.bytes.count + evaluated.bytes.count
    output.append(addingCapacity: capacity) { page in
      var next = 0
      run(
        main, instructions.span, table.span, pool.span, left, right, facts.span, evaluated, &next,
        &page)
    }
  }

  /// Renders what is left to the plain evaluator, in the order of the page.
  private func evaluate(
    _ range: InstructionRange, _ left: Fragments, _ right: Fragments, _ facts: [UInt16],
    _ evaluator: inout Evaluator, _ evaluated: inout Fragments
  ) {
    for instruction in instructions[range.indices] {
      let chosen: Int32
      switch instruction {
      case .bytes, .left, .right, .variant: continue
      case .evaluate(let index):
        evaluator.render(evaluations[Int(index)], into: &evaluated.bytes)
        evaluated.ends.append(Int32(evaluated.bytes.count))
        continue
      case .fact(let fact, let start, _): chosen = start + Int32(facts[Int(fact)])
      case .leftTest(let test, let start): chosen = start + (left.tests[Int(test)] ? 1 : 0)
      case .rightTest(let test, let start): chosen = start + (right.tests[Int(test)] ? 1 : 0)
      }
      evaluate(table[Int(chosen)], left, right, facts, &evaluator, &evaluated)
    }
  }

  /// Spans, not arrays, because nothing here may count references: this is the inner loop.
  private func run(
    _ range: InstructionRange, _ instructions: Span<Instruction>, _ table: Span<InstructionRange>,
    _ pool: Span<UInt8>, _ left: borrowing Fragments, _ right: borrowing Fragments,
    _ facts: Span<UInt16>, _ evaluated: borrowing Fragments, _ next: inout Int,
    _ page: inout OutputSpan<UInt8>
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
      case .evaluate:
        page.append(evaluated.bytes.span, evaluated.range(next))
        next += 1
        continue
      case .fact(let fact, let start, let count):
        let outcome = Int32(facts[Int(fact)])
        precondition(outcome < count, "a fact has as many outcomes as were staged")
        chosen = start + outcome
      case .leftTest(let test, let start): chosen = start + (left.tests[Int(test)] ? 1 : 0)
      case .rightTest(let test, let start): chosen = start + (right.tests[Int(test)] ? 1 : 0)
      }
      run(
        table[Int(chosen)], instructions, table, pool, left, right, facts, evaluated, &next, &page)
    }
  }
}

extension Program.InstructionRange {
  fileprivate var indices: Range<Int> { Int(start)..<Int(end) }
}

extension OutputSpan<UInt8> {
  /// Appends some of the bytes.
  @inline(__always)
  fileprivate mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    precondition(range.count <= freeCapacity, "a page is no longer than its parts")
    // Both are as long as was asked for, by the check above and the one of `extracting`.
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

/// What depends on one subject of a page, rendered for one side.
package struct Fragments: Sendable {
  var bytes: [UInt8] = []
  /// Where each fragment ends.
  var ends: [Int32] = []
  var tests: [Bool] = []

  func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  package var fingerprint: Fingerprint {
    Fingerprint { input in
      input.add(bytes)
      for end in ends { input.add(Int(end)) }
      for test in tests { input.add(test ? 1 : 0) }
    }
  }

  /// How much memory it takes, in bytes.
  package var size: Int { bytes.count + 4 * ends.count + tests.count }
}

extension FingerprintInput {
  fileprivate mutating func add(_ instruction: Program.Instruction) {
    switch instruction {
    case .bytes(let start, let count): addAll(0, start, count)
    case .left(let index): addAll(1, index, 0)
    case .right(let index): addAll(2, index, 0)
    case .fact(let fact, let start, let count):
      addAll(3, fact, start)
      add(Int(count))
    case .variant(let fact, let start, let count):
      addAll(7, fact, start)
      add(Int(count))
    case .leftTest(let test, let start): addAll(4, test, start)
    case .rightTest(let test, let start): addAll(5, test, start)
    case .evaluate(let index): addAll(6, index, 0)
    }
  }

  private mutating func addAll(_ kind: Int, _ first: Int32, _ second: Int32) {
    add(kind)
    add(Int(first))
    add(Int(second))
  }
}
