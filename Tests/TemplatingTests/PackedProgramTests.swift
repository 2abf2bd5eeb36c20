import Diagnosing
import Foundation
import System
import TestSeeds
import Testing

@testable import Templating

/// The handler of packed pages, run by Node, gives the bytes of the plain evaluator.
struct PackedProgramTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Reads a line of JSON for each template, and prints the positions of pages that differ.
  private static let script = """
    import fs from "node:fs";
    const [, handlerPath, casesPath] = process.argv;
    const { default: handler } = await import(handlerPath);
    fs.readFileSync(casesPath, "utf8").trim().split("\\n").forEach((line, template) => {
      const { program, pages } = JSON.parse(line);
      pages.forEach(({ page, ...parts }, pair) => {
        const made = handler.run(program.page, { ...program, ...parts, names: [] });
        if (made !== page) console.log(template, pair, made);
      });
    });
    """

  /// Runs the handler over cases; returns what differs, a line each.
  static func differences(_ cases: [PackedJSON]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "packed-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let handler = folder.appending(path: "handler.mjs")
    try FileManager.default.copyItem(
      at: root.appending(path: "Sources/Packing/Host/handler.js"), to: handler)
    // A line for each case, without the line ends inside.
    let lines = cases.flatMap { json in json.file.filter { $0 != UInt8(ascii: "\n") } + [0x0a] }
    try Data(lines).write(to: folder.appending(path: "cases"))
    let node = Process()
    node.executableURL = URL(filePath: "/usr/bin/env")
    node.arguments = [
      "node", "--input-type=module", "-e", script, handler.path(),
      folder.appending(path: "cases").path(),
    ]
    let output = Pipe()
    node.standardOutput = output
    try node.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    node.waitUntilExit()
    try #require(node.terminationStatus == 0, "Node failed, or is not there")
    return text
  }

  /// A template with some random pairs; nil where it cannot be packed.
  private func packed(
    _ template: Template, pairs: Int, _ random: inout SplitMix
  ) throws -> PackedJSON? {
    let program = Program(template, try PairSample.staged(), subjectValues: 2, layout: .small)
    guard let code = try? program.packed() else { return nil }
    var pages: [PackedJSON] = []
    for _ in 0..<pairs {
      let left = PairSample.values("Left <1>", &random)
      let right = PairSample.values(
        random.pick(["Right", "javascript:x", "b b", "שלום 5"]), &random)
      let facts = PairSample.factCounts.map { UInt16(random.below($0)) }
      let inputs = PairInputs(left: left, right: right, facts: facts)
      var plain: [UInt8] = []
      template.render(try PairSample.staged().map { $0.resolved(inputs) }, into: &plain)
      // A subject may contribute a number that JavaScript cannot hold or add.
      var (leftTexts, rightTexts) = (PackedTexts(), PackedTexts())
      guard let one = try? program.packed(program.fragments(of: .left, left), into: &leftTexts),
        let other = try? program.packed(program.fragments(of: .right, right), into: &rightTexts)
      else { return nil }
      pages.append(
        .object([
          "left": one, "leftTexts": leftTexts.packed, "right": other,
          "rightTexts": rightTexts.packed,
          "facts": .list(facts.map { .number(Int($0)) }),
          "page": .text(String(decoding: plain, as: UTF8.self)),
        ]))
    }
    return .object(["program": code, "pages": .list(pages)])
  }

  /// The number of seeds, each of 150 templates; `make packed` tries more.
  private static let seeds =
    ProcessInfo.processInfo.environment["VERSUS_PACKED_SEEDS"].flatMap { UInt64($0) } ?? 4

  /// Random templates with four random pairs each.
  @Test(arguments: Seeds.first(seeds))
  func packedIsPlain(seed: UInt64) throws {
    var (writer, random) = (TemplateWriter(seed: seed), SplitMix(seed: ~seed))
    var (cases, texts): ([PackedJSON], [String]) = ([], [])
    var valid = 0
    for _ in 0..<150 {
      let text = writer.template()
      guard let template = PairSample.compile(text) else { continue }
      valid += 1
      if let packed = try packed(template, pairs: 4, &random) {
        cases.append(packed)
        texts.append(text)
      }
    }
    let different = try Self.differences(cases)
    let first = different.split(separator: " ").first.flatMap { Int($0) }
    let text = first.map { texts[$0] } ?? ""
    #expect(different.isEmpty, "seed \(seed): \(different.prefix(400)) \(text)")
    // If hardly any template could be packed, the test would prove nothing.
    #expect(cases.count * 5 > valid * 2, "\(cases.count) of \(valid) are packed")
  }

  /// What themes write about two subjects at once can be packed.
  @Test func whatThemesWriteIsPacked() throws {
    var random = SplitMix(seed: Seeds.one(2))
    typealias Themes = SpecializingTests
    let texts = Themes.cheap + Themes.local + Themes.pairwise.dropLast()
    let cases = try texts.map { text in
      let template = try #require(PairSample.compile(text))
      return try #require(try packed(template, pairs: 60, &random), "\(text)")
    }
    #expect(try Self.differences(cases) == "")
  }

  /// What cannot be packed is named with its place.
  static let obstacles = [
    (#"\(left.name)\(left.count * right.count)"#, "work out '*'", 15),
    (#"\((left.name + right.name).uppercased())"#, "call 'uppercased'", 4),
    (
      #"\(for e in left.entries)\(if let row = pair.rows[e.label.count])\(row.lead)\(end)\(end)"#,
      "be evaluated with all values", 25
    ),
  ]

  @Test(arguments: obstacles)
  func obstaclesAreNamed(text: String, reason: String, column: Int) throws {
    let template = try #require(PairSample.compile(text))
    let staged = try PairSample.staged()
    #expect(throws: PackingFailure.self) {
      try Program(template, staged, subjectValues: 2).packed()
    }
    let found = Profiler(template, staged, subjectValues: 2).obstacles
    #expect(found.count == 1 && found.first?.reason.hasPrefix(reason) == true, "\(found)")
    #expect(found.first?.place?.startPosition.column == column)
  }
}
