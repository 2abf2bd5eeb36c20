import System

/// Assembles pieces into the instructions of a program.
struct ProgramAssembler {
  private(set) var instructions: [Program.Instruction] = []
  private(set) var table: [Program.InstructionRange] = []
  private(set) var pool: [UInt8] = []
  /// The code of each side, in the order of `Side`.
  private(set) var sides = [Program.SideCode(), Program.SideCode()]
  private(set) var evaluations: [[TypedNode]] = []

  /// Adds pieces as consecutive instructions; the alternatives of a choice are stored before them.
  mutating func add(_ pieces: [Piece]) -> Program.InstructionRange {
    let sequence = pieces.map { instruction(for: $0) }
    let start = Int32(instructions.count)
    instructions += sequence
    return Program.InstructionRange(start: start, end: Int32(instructions.count))
  }

  private mutating func instruction(for piece: Piece) -> Program.Instruction {
    switch piece {
    case .bytes(let bytes):
      let start = Int32(pool.count)
      pool += bytes
      return .bytes(start: start, count: Int32(bytes.count))
    case .subject(let side, let nodes):
      let index = Int32(sides[side.rawValue].fragments.count)
      sides[side.rawValue].fragments.append(nodes)
      return side == .left ? .left(index) : .right(index)
    case .choose(.fact(let fact), let outcomes, _) where outcomes.allSatisfy(\.isBytes):
      let start = Int32(table.count)
      for outcome in outcomes {
        let start = Int32(pool.count)
        if case .bytes(let bytes)? = outcome.first { pool += bytes }
        table.append(Program.InstructionRange(start: start, end: Int32(pool.count)))
      }
      return .variant(Int32(fact), start: start, count: Int32(outcomes.count))
    case .choose(let choice, let outcomes, _):
      let ranges = outcomes.map { add($0) }
      let start = Int32(table.count)
      table += ranges
      switch choice {
      case .fact(let fact): return .fact(Int32(fact), start: start, count: Int32(ranges.count))
      case .test(let side, let test, _):
        let index = Int32(sides[side.rawValue].tests.count)
        sides[side.rawValue].tests.append(test.expression)
        return side == .left
          ? .leftTest(index, start: start) : .rightTest(index, start: start)
      }
    case .evaluate(let nodes, _, _):
      evaluations.append(nodes)
      return .evaluate(Int32(evaluations.count - 1))
    }
  }
}
