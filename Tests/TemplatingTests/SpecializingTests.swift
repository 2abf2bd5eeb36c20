import System
import Testing

@testable import Templating

/// What a specialised template writes is what the plain evaluator writes, byte for byte.
struct SpecializingTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func pages(
    of template: Template, _ program: Program, _ dice: inout Dice
  ) throws -> (plain: String, specialized: String) {
    let left = PairSample.values("Left <1>", &dice)
    let right = PairSample.values(dice.pick(["Right", "javascript:x", "b b", "שלום 5"]), &dice)
    let inputs = PairInputs(
      left: left, right: right, facts: PairSample.factCounts.map { UInt16(dice.below($0)) })
    let values = try PairSample.staged().map { $0.resolved(inputs) }
    var plain: [UInt8] = []
    template.render(values, into: &plain)
    var specialized: [UInt8] = []
    program.render(
      program.fragments(of: .left, left), program.fragments(of: .right, right),
      facts: inputs.facts, into: &specialized, values: { values })
    return (text(plain), text(specialized))
  }

  /// 3,000 random templates, four random pairs each.
  @Test(arguments: 0..<30)
  func specializedIsPlain(block: Int) throws {
    var valid = 0
    for seed in (block * 100)..<(block * 100 + 100) {
      var writer = TemplateWriter(seed: seed)
      let text = writer.template()
      guard let template = PairSample.compile(text) else { continue }
      valid += 1
      let program = Program(template, try PairSample.staged(), subjectValues: 2)
      var dice = Dice(seed: seed + 1_000_000)
      for _ in 0..<4 {
        let (plain, specialized) = try pages(of: template, program, &dice)
        #expect(specialized == plain, "seed \(seed): \(text)")
      }
    }
    // Random templates that were all refused would prove nothing.
    #expect(valid > 60)
  }

  /// What the default theme does on every comparison needs no plain evaluation.
  static let cheap = [
    #"<title>\(pair.title)</title>"#, #"<a href="\(pair.url)">x</a>"#,
    #"<a href="\("" + "/" + left.name + "/")">x</a>"#,
    #"\(for row in pair.rows)<td>\(row.left.label)</td>\(if let l = row.leader)\(strings.leads(name: l.name))\(else if row.isTie)=\(end)\(end)"#,
    #"\(for s in pair.sentences)<p>\(s)</p>\(end)"#,
    #"\(for v in [left, right])<b class="\(v == pair.winner ? "win" : "")">\(include "part", it: v)</b>\(end)"#,
    #"\(strings.points(count: pair.score, name: left.name))"#,
    #"\(if !left.words.isEmpty || right.note != nil)x\(end)"#,
    #"\(for e in left.entries)\(if let v = e.value)\(v)\(else)-\(end)\(end)"#,
    #"<script type="application/ld+json">{"a":\(pair.title)}</script>"#,
  ]

  @Test(arguments: cheap)
  func nothingIsLeftToThePlainEvaluator(text: String) throws {
    let template = try #require(PairSample.compile(text))
    let program = Program(template, try PairSample.staged(), subjectValues: 2)
    #expect(!program.needsValues)
  }

  /// What compares the two subjects freely is still right.
  @Test func whatIsLeftIsEvaluated() throws {
    let template = try #require(
      PairSample.compile(
        #"a\(for row in pair.rows)\(if left.count < right.count)\(row.label)\(end)\(end)"#))
    let program = Program(template, try PairSample.staged(), subjectValues: 2)
    #expect(program.needsValues)
    var dice = Dice(seed: 1)
    for _ in 0..<20 {
      let (plain, specialized) = try pages(of: template, program, &dice)
      #expect(specialized == plain)
    }
  }
}
