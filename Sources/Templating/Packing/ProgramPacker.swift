/// Writes the instructions of a program as the pieces of a packed page.
///
/// A range of instructions that several alternatives share is written once, as a part with a
/// number: a Bool that many facts decide leads to the same two ranges from each of them.
struct ProgramPacker {
  private let program: Program
  /// How many alternatives run a range.
  private var uses: [Program.InstructionRange: Int] = [:]
  private var numbers: [Program.InstructionRange: Int] = [:]
  private(set) var parts: [PackedJSON] = []

  init(_ program: Program) {
    self.program = program
    for instruction in program.instructions {
      for range in alternatives(of: instruction) { uses[range, default: 0] += 1 }
    }
  }

  mutating func packed(_ range: Program.InstructionRange) throws(PackingFailure) -> PackedJSON {
    var pieces: [PackedJSON] = []
    for index in range.indices { pieces.append(try packed(program.instructions[index])) }
    return .list(pieces)
  }

  private mutating func packed(
    _ instruction: Program.Instruction
  ) throws(PackingFailure) -> PackedJSON {
    switch instruction {
    case .bytes(let start, let count):
      return try .packed(program.pool[Int(start)..<Int(start + count)])
    case .left(let index): return ["left", .number(Int(index))]
    case .right(let index): return ["right", .number(Int(index))]
    case .fact(let fact, _, _):
      return ["fact", .number(Int(fact)), try alternatives(instruction)]
    case .variant(let fact, let start, let count):
      var texts: [PackedJSON] = []
      for index in start..<start + count {
        texts.append([try .packed(program.pool[program.table[Int(index)].indices])])
      }
      return ["fact", .number(Int(fact)), .list(texts)]
    case .leftTest(let test, _):
      return ["leftTest", .number(Int(test)), try alternatives(instruction)]
    case .rightTest(let test, _):
      return ["rightTest", .number(Int(test)), try alternatives(instruction)]
    case .pairTest(let index, _):
      let test = program.pairTests[Int(index)]
      return [
        "pairTest", .number(test.firstInput), try test.expression.packed(),
        try alternatives(instruction),
      ]
    case .compute(let index):
      let value = program.computations[Int(index)]
      return [
        "compute", .number(value.firstInput), try value.expression.packed(), value.place.packed,
      ]
    case .evaluate(let index):
      let part = program.evaluations[Int(index)]
      guard let first = part.firstInput else { throw Program.needsEverything }
      return ["evaluate", .number(first), try part.nodes.packed()]
    }
  }

  private mutating func alternatives(
    _ instruction: Program.Instruction
  ) throws(PackingFailure) -> PackedJSON {
    var alternatives: [PackedJSON] = []
    for range in self.alternatives(of: instruction) {
      alternatives.append(try alternative(range))
    }
    return .list(alternatives)
  }

  private mutating func alternative(
    _ range: Program.InstructionRange
  ) throws(PackingFailure) -> PackedJSON {
    guard uses[range, default: 0] > 1, !isShort(range) else { return try packed(range) }
    if let number = numbers[range] { return [["part", .number(number)]] }
    let pieces = try packed(range)
    numbers[range] = parts.count
    parts.append(pieces)
    return [["part", .number(parts.count - 1)]]
  }

  /// Whether the pieces take hardly more room than the number of a part.
  private func isShort(_ range: Program.InstructionRange) -> Bool {
    guard range.indices.count <= 1, let index = range.indices.first else {
      return range.indices.isEmpty
    }
    switch program.instructions[index] {
    case .bytes(_, let count): return count < 16
    case .left, .right: return true
    default: return false
    }
  }

  /// The ranges between which an instruction chooses.
  private func alternatives(
    of instruction: Program.Instruction
  ) -> ArraySlice<Program.InstructionRange> {
    switch instruction {
    case .fact(_, let start, let count): program.table[Int(start)..<Int(start + count)]
    case .leftTest(_, let start), .rightTest(_, let start), .pairTest(_, let start):
      program.table[Int(start)..<Int(start) + 2]
    case .bytes, .left, .right, .variant, .compute, .evaluate: []
    }
  }
}
