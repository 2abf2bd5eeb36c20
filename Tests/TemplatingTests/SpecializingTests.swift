import System
import TestSeeds
import Testing

@testable import Templating

/// A specialised template gives the same bytes as the plain evaluator.
struct SpecializingTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func pages(
    of template: Template, _ program: Program, _ random: inout SplitMix
  ) throws -> (plain: String, specialized: String) {
    let left = PairSample.values("Left <1>", &random)
    let right = PairSample.values(random.pick(["Right", "javascript:x", "b b", "שלום 5"]), &random)
    let inputs = PairInputs(
      left: left, right: right, facts: PairSample.factCounts.map { UInt16(random.below($0)) })
    let values = try PairSample.staged().map { $0.resolved(inputs) }
    var plain: [UInt8] = []
    template.render(values, into: &plain)
    var specialized: [UInt8] = []
    program.render(
      program.fragments(of: .left, left), program.fragments(of: .right, right),
      facts: inputs.facts, into: &specialized, values: { values })
    return (text(plain), text(specialized))
  }

  /// 3,000 random templates with four random pairs each.
  @Test(arguments: Seeds.first(30))
  func specializedIsPlain(seed: UInt64) throws {
    var (writer, random) = (TemplateWriter(seed: seed), SplitMix(seed: ~seed))
    var valid = 0
    for _ in 0..<100 {
      let text = writer.template()
      guard let template = PairSample.compile(text) else { continue }
      valid += 1
      let program = Program(template, try PairSample.staged(), subjectValues: 2)
      for _ in 0..<4 {
        let (plain, specialized) = try pages(of: template, program, &random)
        #expect(specialized == plain, "seed \(seed): \(text)")
      }
    }
    // If all random templates were refused, the test would prove nothing.
    #expect(valid > 60)
  }

  /// The constructs that the default theme uses on every comparison need no plain evaluation.
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

  /// Templates that compare the two subjects freely still give the right output.
  @Test func whatIsLeftIsEvaluated() throws {
    let template = try #require(
      PairSample.compile(
        #"a\(for row in pair.rows)\(if left.count < right.count)\(row.label)\(end)\(end)"#))
    let program = Program(template, try PairSample.staged(), subjectValues: 2)
    #expect(program.needsValues)
    let seed = Seeds.one(1)
    var random = SplitMix(seed: seed)
    for _ in 0..<20 {
      let (plain, specialized) = try pages(of: template, program, &random)
      #expect(specialized == plain, "seed \(seed)")
    }
  }
}
