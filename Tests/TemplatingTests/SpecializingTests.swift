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
    #"\(if !pair.remarks.isEmpty)<h2>\(pair.title)</h2>\(for s in pair.remarks)<p>\(s)</p>\(end)\(end)"#,
    #"\(for s in pair.remarks)<p>\(s)</p>\(else)\(left.name)\(end)"#,
    #"\(if pair.remarks.isEmpty == left.flag)\(right.name)\(end)"#,
    #"\(if pair.remarks.isEmpty && left.flag || pair.isGood)\(right.name)\(end)"#,
    #"\(for v in [left, right])<b class="\(v == pair.winner ? "win" : "")">\(include "part", it: v)</b>\(end)"#,
    #"\(strings.points(count: pair.score, name: left.name))"#,
    #"\(if !left.words.isEmpty || right.note != nil)x\(end)"#,
    #"\(for e in left.entries)\(if let v = e.value)\(v)\(else)-\(end)\(end)"#,
    #"<script type="application/ld+json">{"a":\(pair.title)}</script>"#,
    // A text that can be told apart from an address by what is known of that.
    #"\(if pair.url == "/about/")x\(end)\(if "/compare/" == pair.url)x\(end)"#,
    #"\([left.name, right.name].joined(separator: " & "))"#,
  ]

  @Test(arguments: cheap)
  func nothingIsWorkedOutAnew(text: String) throws {
    let template = try #require(PairSample.compile(text))
    let program = Program(template, try PairSample.staged(), subjectValues: 2)
    #expect(!program.worksOutValues)
  }

  /// What themes write about two subjects at once is worked out from a few values of both.
  static let pairwise = [
    #"\(if left.count > right.count)\(left.name)\(else)\(right.name)\(end)"#,
    #"\(if left.note == right.note)same\(end)"#,
    #"\(left.note != right.note && left.words.count < right.words.count ? "a" : "b")"#,
    #"\(left.count + right.count + pair.score)%"#,
    #"\(max(left.count, right.count))"#,
    #"\(pair.remarks.count)\(pair.remarks.count > 2 ? left.name : "")"#,
    #"\(if (left.words + pair.remarks).isEmpty)\(right.name)\(end)"#,
    #"\(for row in pair.rows)\(if let a = row.left.value, let b = row.right.value)\(a - b)\(end)\(end)"#,
    #"\(for row in pair.rows)\(if let a = row.left.value, let b = row.right.value)\((max(a, b) - min(a, b)).rounded(to: 2))\((a - b).rounded(to: 0)) \((a + b + 0.1).rounded(to: 9))\(end)\(end)"#,
    #"\(strings.points(count: left.count + right.count, name: left.name))"#,
    #"\(if let word = (left.words + right.words).first)\(word)\(end)"#,
    #"<p style="width: \(100 * left.count / 7)%; top: \(left.count * right.count)px">x</p>"#,
  ]

  @Test(arguments: pairwise)
  func pairsAreWorkedOutFromFewValues(text: String) throws {
    let template = try #require(PairSample.compile(text))
    let program = Program(template, try PairSample.staged(), subjectValues: 2)
    #expect(program.worksOutValues)
    #expect(!program.evaluatesNodes)
    try expectPlain(template, program)
  }

  /// Loops that take both subjects are evaluated, but not with all values of the page.
  static let local = [
    #"\(for (i, word) in left.words.enumerated())\(word)\(right.words[i] ?? "-")\(end)"#,
    #"\(for word in left.words where right.words.contains(word))<b>\(word)</b>\(end)"#,
    #"\(for word in (left.words + right.words).reversed())\(if let n = left.note)\(n)\(end)\(word)\(end)"#,
    #"\(for e in left.entries)\(let both = e.label + right.name)\(both == pair.title ? both : "x")\(end)"#,
  ]

  @Test(arguments: local)
  func partsAreEvaluatedWithoutAllValues(text: String) throws {
    let template = try #require(PairSample.compile(text))
    let program = Program(template, try PairSample.staged(), subjectValues: 2)
    #expect(program.evaluatesNodes)
    #expect(!program.needsValues)
    try expectPlain(template, program)
  }

  private func expectPlain(_ template: Template, _ program: Program) throws {
    let seed = Seeds.one(1)
    var random = SplitMix(seed: seed)
    for _ in 0..<40 {
      let (plain, specialized) = try pages(of: template, program, &random)
      #expect(specialized == plain, "seed \(seed)")
    }
  }

  /// What cannot be divided is still right: here a record that is made for each pair.
  @Test func whatIsLeftIsEvaluated() throws {
    let template = try #require(
      PairSample.compile(
        #"\(for e in left.entries)\(if let row = pair.rows[e.label.count])\(row.lead)\(end)\(end)"#)
    )
    let program = Program(template, try PairSample.staged(), subjectValues: 2)
    #expect(program.needsValues)
    try expectPlain(template, program)
  }
}
