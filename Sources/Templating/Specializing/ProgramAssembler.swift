import System

/// Assembles pieces into the instructions of a program.
struct ProgramAssembler {
  var instructions: [Program.Instruction] = []
  var table: [Program.InstructionRange] = []
  var pool: [UInt8] = []
  /// The code of each side, in the order of `Side`.
  private(set) var sides = [Program.SideCode(), Program.SideCode()]
  private(set) var inputs: [Program.Input] = []
  private(set) var computations: [Program.Computation] = []
  private(set) var pairTests: [Program.PairTest] = []
  private(set) var evaluations: [Program.Evaluation] = []

  /// Adds pieces as consecutive instructions; the alternatives of a choice are stored before them.
  mutating func add(_ pieces: [Piece]) -> Program.InstructionRange {
    let sequence = merging(pieces.map { instruction(for: $0) })
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
      case .facts(let condition, _): return decision(condition, between: ranges)
      case .pair(let test, _):
        pairTests.append(
          Program.PairTest(expression: test.expression, firstInput: add(test.inputs)))
        return .pairTest(Int32(pairTests.count - 1), start: start)
      }
    case .compute(let pair, let place, _):
      computations.append(
        Program.Computation(
          expression: pair.expression, place: place, firstInput: add(pair.inputs)))
      return .compute(Int32(computations.count - 1))
    case .evaluate(let nodes, let inputs, _, _):
      evaluations.append(
        Program.Evaluation(nodes: nodes, firstInput: inputs.map { add($0) }))
      return .evaluate(Int32(evaluations.count - 1))
    }
  }

  /// Returns the choice between two ranges by a Bool that facts decide. All true outcomes share one
  /// range, and all false outcomes the other.
  private mutating func decision(
    _ condition: StagedValue, between ranges: [Program.InstructionRange]
  ) -> Program.Instruction {
    guard case .choice(let choice, let outcomes) = condition else {
      preconditionFailure("a Bool that facts decide is a choice")
    }
    let chosen = outcomes.map { outcome in
      guard case .choice = outcome else { return ranges[outcome.plain?.isTrue == true ? 1 : 0] }
      let inner = decision(outcome, between: ranges)
      let start = Int32(instructions.count)
      instructions.append(inner)
      return Program.InstructionRange(start: start, end: start + 1)
    }
    switch choice {
    case .fact(let fact):
      let start = Int32(table.count)
      table += chosen
      return .fact(Int32(fact), start: start, count: Int32(chosen.count))
    case .facts(let inner, _): return decision(inner, between: chosen)
    case .test, .pair: preconditionFailure("only facts decide it")
    }
  }

  /// - Returns: the position of the first one among all inputs.
  private mutating func add(_ values: [StagedValue]) -> Int {
    let first = inputs.count
    let added = values.map { input($0) }
    inputs += added
    return first
  }

  private mutating func input(_ value: StagedValue) -> Program.Input {
    switch value {
    case .subject(let side, let base):
      sides[side.rawValue].values.append(base.expression)
      return .value(side, sides[side.rawValue].values.count - 1)
    case .choice(.fact(let fact), let values): return .fact(fact, values.map { input($0) })
    case .choice(.test(let side, let test, _), let values):
      sides[side.rawValue].tests.append(test.expression)
      return .test(side, sides[side.rawValue].tests.count - 1, values.map { input($0) })
    default:
      guard let known = value.plain else { preconditionFailure("an input can be looked up") }
      return .known(known)
    }
  }
}
