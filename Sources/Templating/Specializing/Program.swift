package import Hashing
package import System

/// A template specialised for one category: the work that remains for a page of two subjects.
///
/// A flat list of instructions: copy these bytes, copy this fragment of the left subject, run the
/// instructions that a fact selects. Rendering a page is a loop over the list. A class, so that
/// passing it to a page costs one retain and not one for each member.
package final class Program: Sendable {
  enum Instruction: Sendable {
    /// Copies bytes of the constant pool.
    case bytes(start: Int32, count: Int32)
    case left(Int32)
    case right(Int32)
    /// Runs the instructions selected by a fact: `count` ranges from `start` in the table.
    case fact(Int32, start: Int32, count: Int32)
    /// Copies the bytes selected by a fact: `count` ranges of the constant pool from `start` in the
    /// table.
    case variant(Int32, start: Int32, count: Int32)
    case leftTest(Int32, start: Int32)
    case rightTest(Int32, start: Int32)
    /// Two ranges of instructions from `start` in the table, by a test of both subjects.
    case pairTest(Int32, start: Int32)
    /// A value that the page works out.
    case compute(Int32)
    /// Runs the plain evaluator on nodes.
    case evaluate(Int32)
  }

  struct InstructionRange: Hashable, Sendable {
    let start: Int32
    let end: Int32
  }

  /// The tests and fragments to evaluate once for a subject on one side.
  struct SideCode: Sendable {
    var fragments: [[TypedNode]] = []
    var tests: [TypedExpression] = []
    /// What it contributes to values that pages work out.
    var values: [TypedExpression] = []
  }

  /// What a value of the page is worked out from.
  indirect enum Input: Sendable {
    case known(TemplateValue)
    case value(Side, Int)
    case fact(Int, [Input])
    case test(Side, Int, [Input])
  }

  struct Computation: Sendable {
    let expression: TypedExpression
    let place: Place
    let firstInput: Int
  }

  struct PairTest: Sendable {
    let expression: TypedExpression
    let firstInput: Int
  }

  struct Evaluation: Sendable {
    let nodes: [TypedNode]
    /// Nil where all values of the page are needed instead of a few inputs.
    let firstInput: Int?
  }

  let instructions: [Instruction]
  let table: [InstructionRange]
  let pool: [UInt8]
  /// The code of each side, in the order of `Side`.
  let sides: [SideCode]
  let inputs: [Input]
  let computations: [Computation]
  let pairTests: [PairTest]
  let evaluations: [Evaluation]
  /// Whether a page is more than copies: something is worked out or evaluated anew on each.
  package let worksOutValues: Bool
  /// Whether that takes all values of the page.
  package let needsValues: Bool
  /// The instructions that every page runs.
  let main: InstructionRange
  let subjectSlots: Int
  package let template: Template

  /// - Parameters:
  ///   - values: the template's globals, as far as they are known.
  ///   - subjectValues: the number of values of each subject.
  ///   - layout: whether pages are to be fast, or fragments small.
  package convenience init(
    _ template: Template, _ values: [StagedValue], subjectValues: Int,
    layout: FragmentLayout = .fast
  ) {
    self.init(template, slots: values.bySlot, subjectValues: subjectValues, layout: layout)
  }

  init(
    _ template: Template, slots: [Int: StagedValue], subjectValues: Int,
    layout: FragmentLayout = .fast
  ) {
    self.template = template
    let (pieces, slots) = Specializer.pieces(
      of: template, slots, subjectSlots: subjectValues, layout: layout)
    subjectSlots = slots
    var assembler = ProgramAssembler()
    main = assembler.add(pieces)
    instructions = assembler.instructions
    table = assembler.table
    pool = assembler.pool
    sides = assembler.sides
    inputs = assembler.inputs
    computations = assembler.computations
    pairTests = assembler.pairTests
    evaluations = assembler.evaluations
    worksOutValues = !evaluations.isEmpty || !computations.isEmpty || !pairTests.isEmpty
    needsValues = evaluations.contains { $0.firstInput == nil }
  }

  /// False when nothing is left to the plain evaluator.
  package var evaluatesNodes: Bool { !evaluations.isEmpty }

  /// The last of the facts that pages ask for; -1 when they ask for none.
  package var greatestFact: Int {
    let facts = instructions.map { instruction -> Int in
      switch instruction {
      case .fact(let fact, _, _), .variant(let fact, _, _): Int(fact)
      default: -1
      }
    }
    return (facts + inputs.map(\.greatestFact)).max() ?? -1
  }

  /// The fingerprint of everything that pages depend on besides the subjects' values and the facts.
  /// Includes the site's values if the program `needsValues`.
  package var fingerprint: Fingerprint {
    Fingerprint { input in
      input.add(pool)
      for instruction in instructions { input.add(instruction) }
      for range in table + [main] {
        input.add(Int(range.start))
        input.add(Int(range.end))
      }
      for side in sides {
        input.add(side.fragments.count)
        for fragment in side.fragments { input.add(fragment) }
        input.add(side.tests)
        input.add(side.values)
      }
      input.add(inputs)
      input.add(computations)
      input.add(pairTests)
      input.add(evaluations)
    }
  }

  /// Renders everything that depends on one subject alone.
  ///
  /// - Parameter values: the subject's values, in the order that the staged values refer to.
  package func fragments(of side: Side, _ values: [TemplateValue]) -> Fragments {
    let code = sides[side.rawValue]
    var evaluator = Evaluator(
      values, slotCount: subjectSlots, budget: RenderingBudget(template.limits))
    var bytes: [UInt8] = []
    let ends = code.fragments.map { nodes in
      evaluator.render(nodes, into: &bytes)
      return Int32(bytes.count)
    }
    let tests = code.tests.map { evaluator.value(of: $0).isTrue }
    let values = code.values.map { evaluator.value(of: $0) }
    template.overruns?.report(evaluator.budget, in: template)
    return Fragments(bytes: bytes, ends: ends, tests: tests, values: values)
  }
}

/// The parts of a page that depend on one subject, rendered for one side.
package struct Fragments: Sendable {
  var bytes: [UInt8] = []
  /// The end offset of each fragment.
  var ends: [Int32] = []
  var tests: [Bool] = []
  var values: [TemplateValue] = []

  /// The fragments for a side on which no page shows the subject.
  package static let none = Fragments()

  func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  package var fingerprint: Fingerprint {
    Fingerprint { input in
      input.add(Fingerprint(of: bytes))
      for end in ends { input.add(Int(end)) }
      for test in tests { input.add(test ? 1 : 0) }
      for value in values { input.add(value) }
    }
  }

  /// The memory used, in bytes.
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
    case .pairTest(let test, let start): addAll(8, test, start)
    case .compute(let index): addAll(9, index, 0)
    }
  }

  private mutating func addAll(_ kind: Int, _ first: Int32, _ second: Int32) {
    add(kind)
    add(Int(first))
    add(Int(second))
  }
}
