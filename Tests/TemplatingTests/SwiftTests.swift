import Diagnosing
import Foundation
import FoundationEssentials
import Templating
import TestSeeds
import Testing

/// The language is a subset of Swift, so Swift is the oracle: the installed compiler compiles
/// random expressions into one program, whose output must equal that of the templates.
///
/// `SWIFT_EXPRESSIONS=5000` tests that many expressions.
struct SwiftTests {
  private static let count: UInt64 =
    ProcessInfo.processInfo.environment["SWIFT_EXPRESSIONS"].flatMap { UInt64($0) } ?? 300

  /// The values used in expressions, as Swift declarations. Lists give lists, as in templates.
  private static let prelude = """
    struct Item: Equatable {
      let name: String; let size: Int; let note: String?; let tags: [String]
      static func == (a: Item, b: Item) -> Bool { a.name == b.name }
    }
    extension Array {
      func prefix(_ count: Int) -> [Element] { Array(self[..<Swift.min(count, self.count)]) }
      func dropFirst(_ count: Int) -> [Element] { Array(self[Swift.min(count, self.count)...]) }
      func reversed() -> [Element] { indices.map { self[self.count - 1 - $0] } }
    }
    let name = "Mistral", empty = "", seven = 7, two = 2, yes = true, no = false
    let noText: String? = nil, someText: String? = "some", noNumber: Int? = nil
    let someNumber: Int? = 5, words = ["a", "", "b c"], noWords: [String] = [], counts = [3, 1, 2]
    let item = Item(name: "one", size: 1, note: nil, tags: ["x", "yy"])
    let other = Item(name: "two", size: 2, note: "noted", tags: [])
    let noItem: Item? = nil, someItem: Item? = other, items = [item, other], noItems: [Item] = []

    """

  private static let item = RecordType(
    "item", identifiedBy: "name",
    [
      Member("name", .text, ""), Member("size", .number, ""), Member("note", .optional(.text), ""),
      Member("tags", .list(.text), ""),
    ])

  private static let values: [(Member, TemplateValue)] = {
    func texts(_ texts: [String]) -> TemplateValue { .list(texts.map { .text($0) }) }
    func record(_ name: String, _ size: Decimal, _ note: TemplateValue, _ tags: [String])
      -> TemplateValue
    {
      .record(
        Record(
          item, ["name": .text(name), "size": .number(size), "note": note, "tags": texts(tags)]))
    }
    let one = record("one", 1, .none, ["x", "yy"])
    let two = record("two", 2, .text("noted"), [])
    let list: [(String, TemplateType, TemplateValue)] = [
      ("name", .text, .text("Mistral")), ("empty", .text, .text("")),
      ("seven", .number, .number(7)),
      ("two", .number, .number(2)), ("yes", .bool, .bool(true)), ("no", .bool, .bool(false)),
      ("noText", .optional(.text), .none), ("someText", .optional(.text), .text("some")),
      ("noNumber", .optional(.number), .none), ("someNumber", .optional(.number), .number(5)),
      ("words", .list(.text), texts(["a", "", "b c"])), ("noWords", .list(.text), .list([])),
      ("counts", .list(.number), .list([.number(3), .number(1), .number(2)])),
      ("item", .record(item), one), ("other", .record(item), two),
      ("noItem", .optional(.record(item)), .none), ("someItem", .optional(.record(item)), two),
      ("items", .list(.record(item)), .list([one, two])),
      ("noItems", .list(.record(item)), .list([])),
    ]
    return list.map { (Member($0, $1, ""), $2) }
  }()

  @Test func expressionsMeanWhatTheyMeanInSwift() throws {
    let seeds = Seeds.first(Self.count)
    let pages = seeds.map { seed in
      var writer = ExpressionWriter(seed: seed)
      return writer.page()
    }
    let expected = try Self.run(pages.map(\.swift))
    try #require(expected.count == pages.count)
    for (seed, (page, expected)) in zip(seeds, zip(pages, expected)) {
      let (text, messages) = render(page.template)
      #expect(text == expected, "seed \(seed): \(page.template) \(messages)")
    }
  }

  private func render(_ template: String) -> (text: String?, messages: [String]) {
    var log = Diagnostics()
    let schema = PageSchema(name: "page", globals: Self.values.map(\.0), site: [])
    let compiler = TemplateCompiler(
      sources: TemplateSources([:], phrases: Phrasebook([], into: &log)), functions: [],
      unsafeHTML: false)
    let span = SourceFile(path: "page", text: template).span
    guard
      let compiled = compiler.compile(text: Located(template, at: span), schema: schema, into: &log)
    else { return (nil, log.sorted.map(\.message)) }
    var bytes: [UInt8] = []
    compiled.render(Self.values.map(\.1), into: &bytes)
    return (String(decoding: bytes, as: UTF8.self), [])
  }

  /// Returns the results of the closures, using the installed compiler.
  private static func run(_ closures: [String]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "versus-swift-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let functions = closures.enumerated().map { "func f\($0)() -> String \($1)\n" }.joined()
    let calls = closures.indices.map { "print(f\($0)())\n" }.joined()
    let source = folder.appending(path: "main.swift")
    try Data((prelude + functions + calls).utf8).write(to: source)
    let program = folder.appending(path: "judge")
    let arguments = ["swiftc", "-Onone", "-suppress-warnings", source.path(), "-o", program.path()]
    let problems = try output(of: "/usr/bin/env", arguments)
    try #require(FileManager.default.fileExists(atPath: program.path()), "\(problems)")
    return try output(of: program.path(), []).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast().map(String.init)
  }

  private static func output(of path: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
