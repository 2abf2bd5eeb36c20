import Diagnosing
import System
import TestSeeds
import Testing

@testable import Templating

/// The cost of an expression matches the pages that the program makes.
struct ProfilerTests {
  private static func inputs(_ random: inout SplitMix) -> PairInputs {
    PairInputs(
      left: PairSample.values("Left <1>", &random), right: PairSample.values("Right", &random),
      facts: PairSample.factCounts.map { UInt16(random.below($0)) })
  }

  /// Each byte and each instruction of the program is attributed once, so the marks change nothing.
  @Test(arguments: Seeds.first(10))
  func allIsAccountedFor(seed: UInt64) throws {
    let staged = try PairSample.staged()
    var (writer, random) = (TemplateWriter(seed: seed), SplitMix(seed: ~seed))
    var valid = 0
    for _ in 0..<100 {
      let text = writer.template()
      guard let template = PairSample.compile(text) else { continue }
      valid += 1
      let program = Program(template, staged, subjectValues: 2)
      let profiler = Profiler(template, staged, subjectValues: 2)
      for _ in 0..<3 {
        let inputs = Self.inputs(&random)
        var profile = ProgramProfile()
        profiler.add(inputs, to: &profile)
        let run = PageRun(program, inputs, staged)
        let all = profile.cost
        #expect(all.bytes == run.byteCount, "seed \(seed): \(text)")
        // A program makes one choice of several by the same fact.
        #expect(Double(run.copies) < all.copies + 0.001, "seed \(seed): \(text)")
        // An evaluated part may contain several expressions.
        #expect(all.evaluations >= run.evaluations, "seed \(seed): \(text)")
        #expect((all.evaluations > 0) == (run.evaluations > 0))
        #expect(all.computations == run.computations, "seed \(seed): \(text)")
        #expect(abs(all.preparations - (run.isPrepared ? 1 : 0)) < 0.001)
      }
    }
    #expect(valid > 60)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let template: String
    /// The place of the most expensive expression.
    let place: String
    let bindingTime: ProgramProfile.BindingTime
    let occurrences: Int
    var cause: String?

    var testDescription: String { template }
  }

  static let cases = [
    Case(
      template: "\\(left.name)\n<p>\\(left.name == right.name ? \"same\" : \"\")</p>",
      place: #"page.html:2:6: left.name == right.name ? "same" : """#, bindingTime: .pair,
      occurrences: 1),
    Case(
      template: "a\n\\(if left.count < right.count)\n<b>\\(left.name)</b>\n\\(end)",
      place: #"page.html:2:1: \(if left.count < right.count)"#, bindingTime: .pair,
      occurrences: 1),
    // An unrolled loop is a single place.
    Case(
      template: "\\(left.name)\n\\(for row in pair.rows)\n<td>\\(row.lead)</td>\n\\(end)",
      place: "page.html:3:7: row.lead", bindingTime: .pair, occurrences: 3),
    // Text belongs to the expression that decides whether it is shown.
    Case(
      template: #"\(if pair.isGood)\(left.name) and a long text\#(longText)\(end)"#,
      place: #"page.html:1:1: \(if pair.isGood)"#, bindingTime: .pair, occurrences: 1),
    Case(
      template: "\\(left.name)\n\\(for word in [1, 2, 3, 4])\\(right.markup)\\(end)",
      place: "page.html:2:30: right.markup", bindingTime: .right, occurrences: 4),
    // A loop that is not unrolled is followed iteration by iteration.
    Case(
      template: "\\(for entry in left.entries)\n\\(entry.label)\(longText)\n\\(end)",
      place: #"page.html:1:1: \(for entry in left.entries)"#, bindingTime: .left,
      occurrences: 1),
    Case(
      template: #"\(for it in [left, right])\(include "part", it: it)\(end)"#,
      place: "part.html:1:6: it.name", bindingTime: .both, occurrences: 2),
    // A text in several parts is one occurrence.
    Case(
      template: #"<a href="\(pair.url)">x</a>"#, place: "page.html:1:12: pair.url",
      bindingTime: .pair, occurrences: 1),
    Case(
      template: #"<title>\(pair.title)</title>"#, place: "page.html:1:10: pair.title",
      bindingTime: .both, occurrences: 1),
    // An expression that is evaluated because of a part of it names that part.
    Case(
      template: "\\(for e in left.entries)\n\\(e.label == right.name ? \"=\" : \"\")\\(end)",
      place: #"page.html:1:1: \(for e in left.entries)"#, bindingTime: .evaluated,
      occurrences: 1, cause: #"page.html:2:3: e.label == right.name ? "=" : """#),
  ]

  private static let longText = String(repeating: " and on", count: 60)

  @Test(arguments: cases)
  func theDearestIsNamed(test: Case) throws {
    let template = try #require(PairSample.compile(test.template))
    let profiler = Profiler(template, try PairSample.staged(), subjectValues: 2)
    var profile = ProgramProfile()
    // Two entries each, and everything optional is present.
    var random = SplitMix(seed: 1)
    var inputs = Self.inputs(&random)
    while inputs.facts[5] == 0 || inputs.facts[6] == 0 { inputs = Self.inputs(&random) }
    profiler.add(inputs, to: &profile)
    let first = try #require(profile.byCost.first)
    #expect(first.span?.place == test.place)
    #expect(first.bindingTime == test.bindingTime)
    #expect(first.occurrences == test.occurrences)
    #expect(first.cause?.place == test.cause)
  }

  /// The iterations of a loop over one subject's list are counted as often as they run.
  @Test func roundsAreCounted() throws {
    let template = try #require(
      PairSample.compile(#"\(for entry in left.entries)\(entry.label)\(end)"#))
    let profiler = Profiler(template, try PairSample.staged(), subjectValues: 2)
    let seed = Seeds.one(3)
    var random = SplitMix(seed: seed)
    var profile = ProgramProfile()
    var rounds = 0
    for _ in 0..<20 {
      let inputs = Self.inputs(&random)
      profiler.add(inputs, to: &profile)
      guard case .record(let left)? = inputs.left.first else { continue }
      rounds += left["entries"]?.items.count ?? 0
    }
    let label = try #require(profile.byCost.first { $0.span?.text == "entry.label" })
    #expect(rounds > 10 && label.occurrences == rounds, "seed \(seed)")
    #expect(profile.pages == 20)
  }

  /// A program carries no marks.
  @Test func aBuildPaysNothing() throws {
    let template = try #require(
      PairSample.compile(#"\(left.name)\(for w in left.words)\(w)\(end)\(if left.flag)x\(end)"#))
    let program = Program(template, try PairSample.staged(), subjectValues: 2)
    let nodes = program.sides.flatMap(\.fragments).flatMap { $0 }
    #expect(nodes.count == 3 && !nodes.contains { $0.hasMark })
    #expect(MemoryLayout<Program.Instruction>.size == 13)
  }
}

/// What a program did for one page.
private struct PageRun {
  private(set) var byteCount = 0
  /// The number of copies and choices.
  private(set) var copies = 0
  private(set) var evaluations = 0
  private(set) var computations = 0
  /// Whether all values of the page were needed.
  private(set) var isPrepared = false
  private var evaluator: Evaluator

  init(_ program: Program, _ inputs: PairInputs, _ staged: [StagedValue]) {
    let left = program.fragments(of: .left, inputs.left)
    let right = program.fragments(of: .right, inputs.right)
    evaluator = Evaluator(
      [], slotCount: 0, inputs: program.inputs.map { $0.value(left, right, inputs.facts) })
    var page: [UInt8] = []
    program.render(
      left, right, facts: inputs.facts, into: &page,
      values: { staged.map { $0.resolved(inputs) } })
    byteCount = page.count
    count(program, program.instructions[program.main.indices], left, right, inputs.facts)
  }

  private mutating func count(
    _ program: Program, _ instructions: ArraySlice<Program.Instruction>, _ left: Fragments,
    _ right: Fragments, _ facts: [UInt16]
  ) {
    for instruction in instructions {
      let chosen: Int
      switch instruction {
      case .evaluate(let index):
        evaluations += 1
        if program.evaluations[Int(index)].firstInput == nil { isPrepared = true }
        continue
      case .compute:
        computations += 1
        continue
      case .pairTest(let index, let start):
        computations += 1
        let test = program.pairTests[Int(index)]
        evaluator.firstInput = test.firstInput
        chosen = Int(start) + (evaluator.value(of: test.expression).isTrue ? 1 : 0)
      case .bytes, .left, .right:
        copies += 1
        continue
      case .variant(let fact, let start, _):
        // An instruction that selects and, unless the range is empty, copies.
        let range = program.table[Int(start) + Int(facts[Int(fact)])]
        copies += range.start < range.end ? 2 : 1
        continue
      case .fact(let fact, let start, _): chosen = Int(start) + Int(facts[Int(fact)])
      case .leftTest(let test, let start): chosen = Int(start) + (left.tests[Int(test)] ? 1 : 0)
      case .rightTest(let test, let start): chosen = Int(start) + (right.tests[Int(test)] ? 1 : 0)
      }
      copies += 1
      let range = program.table[chosen]
      count(
        program, program.instructions[Int(range.start)..<Int(range.end)], left, right, facts)
    }
  }
}

extension SourceSpan {
  fileprivate var place: String {
    "\(file.path):\(startPosition.line):\(startPosition.column): \(text)"
  }
}

extension TypedNode {
  fileprivate var hasMark: Bool {
    switch self {
    case .mark: true
    case .branch(let branches, let otherwise):
      (branches.flatMap(\.body) + otherwise).contains { $0.hasMark }
    case .loop(_, _, _, let body, let otherwise): (body + otherwise).contains { $0.hasMark }
    case .bytes, .output, .assign, .inserted: false
    }
  }
}
