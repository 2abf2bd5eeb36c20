import Diagnosing
import Foundation
import Markup
import System
import TestSeeds
import Testing

@testable import Templating

/// Every template ends soon, and reports the place where it would not.
struct BoundsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let template: String
    /// The reported place, and the loop around it.
    let place: String
    var loop: String?

    var testDescription: String { name }
  }

  /// Small limits, so that the tests end soon as well.
  private static let limits = RenderingLimits(steps: 200_000, bytes: 1 << 20)

  private static func nested(_ depth: Int, _ list: String, _ inner: String) -> String {
    (0..<depth).map { "\\(for x\($0) in \(list))\n" }.joined() + inner
      + String(repeating: "\\(end)", count: depth)
  }

  private static let thousand = String(repeating: "x", count: 1000)

  static let cases = [
    Case(
      name: "twelve loops of ten", template: nested(12, "[1,2,3,4,5,6,7,8,9,10]", #"\(title)"#),
      place: "12:1", loop: "1:1"),
    Case(
      name: "twelve empty loops", template: nested(12, "0..<10", ""), place: "12:1", loop: "1:1"),
    Case(name: "one long loop", template: nested(2, "0..<1000", "x"), place: "2:1", loop: "1:1"),
    Case(
      name: "24 doublings",
      template: "\\(let a0 = \"\(thousand)\")\n"
        + (1...24).map { "\\(let a\($0) = a\($0 - 1) + a\($0 - 1))\n" }.joined() + #"\(a24)"#,
      place: "11:7"),
    Case(
      name: "doublings of a value",
      template: "\\(let a0 = title)\n"
        + (1...40).map { "\\(let a\($0) = \"\\(a\($0 - 1))\\(a\($0 - 1))\")\n" }.joined()
        + #"\(a40)"#, place: "19:7"),
    Case(
      name: "doublings of a list",
      template: "\\(let a0 = names)\n"
        + (1...40).map { "\\(let a\($0) = a\($0 - 1) + a\($0 - 1))\n" }.joined()
        + #"\(a40.count)"#, place: "17:7"),
    Case(
      name: "a long text in a loop",
      template: "\\(let a = \"\(thousand)\")\n" + nested(2, "0..<1000", #"\(a)"#),
      place: "3:1", loop: "2:1"),
  ]

  @Test(arguments: cases)
  func theBudgetEnds(test: Case) throws {
    let template = try #require(Sample.compile(test.template, limits: Self.limits).template)
    var bytes: [UInt8] = []
    template.render(Sample.values(), into: &bytes)
    let found = try #require(template.overruns?.diagnostics.sorted)
    #expect(found.count == 1)
    let problem = try #require(found.first)
    func text(_ span: SourceSpan) -> String {
      "\(span.startPosition.line):\(span.startPosition.column)"
    }
    #expect(text(problem.span) == test.place)
    #expect(problem.notes.first.map { text($0.span) } == test.loop)
    #expect(bytes.count <= Self.limits.bytes + 10_000)
  }

  /// Specialization ends as well, and the page of a pair reports the place.
  @Test func aProgramEnds() throws {
    for test in Self.cases
    where !test.template.contains("title") && !test.template.contains("names") {
      let template = try #require(PairSample.compile(test.template, limits: Self.limits))
      let program = Program(template, try PairSample.staged(), subjectValues: 2)
      #expect(program.evaluatesNodes, "\(test.name)")
      var dice = SplitMix(seed: 1)
      let inputs = PairInputs(
        left: PairSample.values("a", &dice), right: PairSample.values("b", &dice),
        facts: PairSample.factCounts.map { _ in 0 })
      let values = try PairSample.staged().map { $0.resolved(inputs) }
      var page: [UInt8] = []
      program.render(
        program.fragments(of: .left, inputs.left), program.fragments(of: .right, inputs.right),
        facts: inputs.facts, into: &page, values: { values })
      #expect(template.overruns?.diagnostics.errorCount == 1, "\(test.name)")
    }
  }

  @Test func aPageWithinItsBoundsIsWhole() throws {
    let template = try #require(
      Sample.compile(Self.nested(2, "0..<200", "x"), limits: Self.limits).template)
    var bytes: [UInt8] = []
    template.render(Sample.values(), into: &bytes)
    #expect(bytes.count { $0 == UInt8(ascii: "x") } == 40_000)
    #expect(template.overruns?.isEmpty == true)
  }

  /// The text of a template is bounded, in one file or in many includes of one.
  @Test(arguments: [(1, 0, true), (1, 1, false), (2, 0, false), (9, 1, false)])
  func theTextOfATemplateIsBounded(count: Int, more: Int, isRead: Bool) {
    let bytes = Bounds.templateMegabytes << 20
    let part = String(repeating: "x", count: count == 1 ? bytes + more : bytes / 2 + more)
    var log = Diagnostics()
    let sources = TemplateSources(
      [
        "page.html": SourceFile(
          path: "page.html",
          text: count == 1
            ? part : String(repeating: #"\(include "partials/part")"#, count: count + 1)),
        "partials/part.html": SourceFile(path: "partials/part.html", text: part),
      ], phrases: Phrasebook([], into: &log))
    let compiler = TemplateCompiler(sources: sources, functions: [], unsafeHTML: false)
    let origin = SourceFile(path: "templates", bytes: []).start
    _ = compiler.compile("page.html", schema: Sample.schema, from: origin, into: &log)
    let isBounded = log.sorted.map(\.rule.id) == ["template-size"]
    #expect(isBounded == !isRead, "\(log.sorted.map(\.message))")
  }

  /// Chains of includes or layouts that are too long are reported as such.
  @Test(arguments: [
    ("include", 30, "includes are nested more than 24 deep"),
    ("extends", 12, "layouts are nested more than 8 deep"),
  ])
  func chainsAreBounded(form: String, count: Int, message: String) {
    var files: [String: SourceFile] = [:]
    for index in 0...count {
      let next = index < count ? "\\(\(form) \"page\(index + 1)\")" : ""
      files["page\(index).html"] = SourceFile(path: "page\(index).html", text: next)
    }
    var log = Diagnostics()
    let sources = TemplateSources(files, phrases: Phrasebook([], into: &log))
    let compiler = TemplateCompiler(sources: sources, functions: [], unsafeHTML: false)
    let origin = SourceFile(path: "templates", bytes: []).start
    _ = compiler.compile("page0.html", schema: Sample.schema, from: origin, into: &log)
    #expect(log.sorted.map(\.message) == [message])
  }
}
