// The entry points for libFuzzer, one function for each parser; `HARNESS` names the one to run.
//
// A harness only requires that nothing traps, hangs or accesses memory out of bounds.
// `Fuzzing/harnesses` compiles this file with the modules under test, with coverage and the address
// sanitizer.

import Content
import Diagnosing
import FoundationEssentials
import Glibc
import Importing
import Markup

@testable import Reading
@testable import Templating

private typealias Harness = @Sendable ([UInt8]) -> Void

private let harnesses: [String: Harness] = [
  "csv": readTable, "front-matter": readFrontMatter, "lists": readList,
  "requests": answerRequest,
  "templates": compileTemplate, "twins": writeTwin, "values": readValue,
]

private let harness: Harness = {
  let name = unsafe getenv("HARNESS").map { unsafe String(cString: $0) } ?? ""
  guard let harness = harnesses[name] else {
    print("HARNESS is none of \(harnesses.keys.sorted().joined(separator: ", "))")
    exit(2)
  }
  return harness
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // libFuzzer lends the bytes for the duration of the call.
  harness(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

// MARK: Parsers

private func readFrontMatter(_ bytes: [UInt8]) {
  var log = Diagnostics()
  let file = SourceFile(path: "content/pages/x.md", bytes: bytes)
  guard let parsed = MarkdownFile(file, into: &log) else { return }
  _ = YAML.parse(file, range: parsed.yaml, into: &log)
  let renderer = MarkdownRenderer(unsafeHTML: false) { name in
    MarkdownRenderer.Link(url: "/\(name)/", text: name)
  }
  parsed.body.checkBlocks(into: &log)
  if !log.hasErrors { _ = renderer.block(parsed.body) }
}

/// Reads a value. The first byte selects the kind of criterion.
private func readValue(_ bytes: [UInt8]) {
  guard let first = bytes.first else { return }
  var log = Diagnostics()
  let file = SourceFile(path: "value.yaml", bytes: Array(bytes.dropFirst()))
  guard let node = YAML.parse(file, range: 0..<file.bytes.count, into: &log) else { return }
  _ = ValueReader(criterion: criteria[Int(first) % criteria.count]).read(node, into: &log)
}

private let criteria: [Criterion] = {
  var log = Diagnostics()
  let kinds = [
    "score", "count", "number", "percent", "money, currency: EUR", "duration", "date", "version",
    "state", "level, scale: s", "set", "list", "text", "rating",
  ]
  let rows = kinds.enumerated().map { "      c\($0): { label: C\($0), kind: \($1) }\n" }
  let text =
    "title: T\nwinner: { by: none }\n"
    + "scales: { s: { ranked: [low, high], labels: { low: Low, high: High } } }\n"
    + "groups:\n  g:\n    title: G\n    criteria:\n" + rows.joined()
  let file = SourceFile(path: "content/categories/t.yaml", text: text)
  let criteria = CategoryReader.read(file, into: &log)?.groups.flatMap(\.criteria) ?? []
  // Without criteria, the harness would find nothing in any input.
  precondition(criteria.count == kinds.count, "\(log.sorted.map(\.message))")
  return criteria
}()

/// Reads a table. The first byte selects the format.
private func readTable(_ bytes: [UInt8]) {
  guard let first = bytes.first else { return }
  var log = Diagnostics()
  var form = TableForm()
  if first & 1 == 1 { form.separator = UInt8(ascii: ";") }
  let path = ["t.csv", "t.json", "t.md"][Int(first >> 1) % 3]
  let file = SourceFile(path: path, bytes: Array(bytes.dropFirst()))
  _ = Table.read(file, form, into: &log)
  if first & 0x80 != 0 { _ = CategoryGuess(file, title: "t", into: &log) }
}

private func writeTwin(_ bytes: [UInt8]) {
  _ = PageMarkdown.text(of: bytes, origin: "https://example.org")
}

/// Reads the list of a release. A list that is read is written as it was, but for its order.
private func readList(_ bytes: [UInt8]) {
  guard let files = SentFiles(text: String(decoding: bytes, as: UTF8.self)) else { return }
  precondition(SentFiles(text: files.text) == files)
  precondition(
    files.paths.allSatisfy { !$0.hasPrefix("/") && !$0.split(separator: "/").contains("..") })
  _ = Transfer(from: files, to: SentFiles([])).deleted.count
  _ = Transfer(from: SentFiles([]), to: files).bytes
}

private func compileTemplate(_ bytes: [UInt8]) {
  let file = SourceFile(path: "page.html", bytes: bytes)
  var log = Diagnostics()
  let sources = TemplateSources(["page.html": file], phrases: Phrasebook([], into: &log))
  let limits = RenderingLimits.page
  let compiler = TemplateCompiler(
    sources: sources, functions: [], unsafeHTML: bytes.count & 1 == 1, limits: limits)
  guard
    let template = compiler.compile(
      "page.html", schema: TemplateSample.schema, from: file.start, into: &log)
  else { return }
  var output: [UInt8] = []
  template.render(TemplateSample.values, into: &output)
}

private enum TemplateSample {
  static let item = RecordType(
    "item", identifiedBy: "name", [Member("name", .text, ""), Member("size", .number, "")])

  static let schema = PageSchema(
    name: "sample",
    globals: [
      Member("title", .text, ""), Member("number", .number, ""), Member("flag", .bool, ""),
      Member("markup", .html, ""), Member("maybe", .optional(.text), ""),
      Member("items", .list(.record(item)), ""), Member("names", .list(.text), ""),
    ], site: [])

  static let values: [TemplateValue] = [
    .text("T<1>"), .number(12), .bool(true), .html("<b>m</b>"), .none,
    .list(["a", "b"].map { .record(Record(item, ["name": .text($0), "size": .number(2)])) }),
    .list([.text("x"), .text("y")]),
  ]
}

/// Responds to a request. Each line is one part: target, query, `Host`, `Range`.
private func answerRequest(_ bytes: [UInt8]) {
  let lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false)
    .map { String(decoding: $0, as: UTF8.self) }
  let target = lines[0]
  if let path = try? RequestPath(target).text {
    precondition(path.utf8.first == UInt8(ascii: "/"))
    precondition(
      !path.utf8.split(separator: UInt8(ascii: "/")).contains {
        $0.first == UInt8(ascii: ".") && !$0.elementsEqual(".well-known".utf8)
      },
      "a way out")
  }
  guard lines.count > 3 else { return }
  let request = Request("GET", target, query: lines[1], headers: [("content-length", lines[2])])
  _ = (request.argumentCount, request.hasPlausibleSize, request.hasBody)
  let hosts = AllowedHosts(listeningOn: "127.0.0.1", port: 8080)
  _ = (hosts.allows(host: lines[2]), hosts.allows(origin: lines[2]))
  if case .part(let range)? = ByteRange(lines[3], of: 10) {
    precondition(range.lowerBound >= 0 && range.upperBound <= 10 && !range.isEmpty)
  }
}
