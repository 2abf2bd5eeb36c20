import System

extension ProgramAssembler {
  /// The limit on the instructions between two choices that become one.
  private static let maxGap = 8
  /// The limit on the outcomes of a choice that is merged, each of which repeats what is between.
  private static let maxOutcomes = 8

  /// Returns instructions of equal output in which choices by one fact that are near each other are
  /// one choice. A row of a table often asks several times who leads it.
  mutating func merging(_ sequence: [Program.Instruction]) -> [Program.Instruction] {
    var result: [Program.Instruction] = []
    var next = 0
    while next < sequence.count {
      let end = endOfChoices(from: next, in: sequence)
      if end > next + 1, let count = sequence[next].choice?.count {
        result.append(merged(sequence[next..<end], outcomes: count))
        next = end
      } else {
        result.append(sequence[next])
        next += 1
      }
    }
    return result
  }

  /// Returns the end of the instructions that the choice at a position can take in: those up to the
  /// last choice by the same fact that is near.
  private func endOfChoices(from first: Int, in sequence: [Program.Instruction]) -> Int {
    guard let choice = sequence[first].choice, choice.count <= Self.maxOutcomes else {
      return first
    }
    var last = first
    for index in sequence.indices.dropFirst(first + 1) {
      if index - last > Self.maxGap { break }
      if let other = sequence[index].choice, other == choice { last = index }
    }
    return last + 1
  }

  /// Returns one choice with everything that is chosen and what is between.
  private mutating func merged(
    _ sequence: ArraySlice<Program.Instruction>, outcomes: Int32
  ) -> Program.Instruction {
    let choice = sequence.first?.choice
    var ranges: [Program.InstructionRange] = []
    for outcome in 0..<outcomes {
      var chosen: [Program.Instruction] = []
      for instruction in sequence {
        chosen +=
          instruction.choice == choice ? self.chosen(outcome, by: instruction) : [instruction]
      }
      chosen = joiningBytes(chosen)
      let start = Int32(instructions.count)
      instructions += chosen
      ranges.append(Program.InstructionRange(start: start, end: Int32(instructions.count)))
    }
    let start = Int32(table.count)
    table += ranges
    return .fact(choice?.fact ?? 0, start: start, count: outcomes)
  }

  /// Returns what a choice runs for an outcome.
  private func chosen(
    _ outcome: Int32, by instruction: Program.Instruction
  ) -> [Program.Instruction] {
    switch instruction {
    case .variant(_, let start, _):
      let range = table[Int(start + outcome)]
      return range.start == range.end
        ? [] : [.bytes(start: range.start, count: range.end - range.start)]
    case .fact(_, let start, _): return Array(instructions[table[Int(start + outcome)].indices])
    default: return [instruction]
    }
  }

  /// Returns the instructions with neighboring bytes as one copy.
  private mutating func joiningBytes(
    _ sequence: [Program.Instruction]
  ) -> [Program.Instruction] {
    var result: [Program.Instruction] = []
    for instruction in sequence {
      guard case .bytes(let start, let count) = instruction,
        case .bytes(let before, let length)? = result.last
      else {
        result.append(instruction)
        continue
      }
      let joined = pool[Int(before)..<Int(before + length)] + pool[Int(start)..<Int(start + count)]
      result[result.count - 1] = .bytes(start: Int32(pool.count), count: Int32(joined.count))
      pool += joined
    }
    return result
  }
}

extension Program.Instruction {
  /// The fact that decides, and the number of its outcomes.
  fileprivate struct Choice: Equatable {
    let fact: Int32
    let count: Int32
  }

  fileprivate var choice: Choice? {
    switch self {
    case .fact(let fact, _, let count), .variant(let fact, _, let count):
      Choice(fact: fact, count: count)
    default: nil
    }
  }
}
