import Diagnosing
import Foundation
import Markup
import Synchronization
import TestSites
import Testing

@testable import Reading
@testable import versus

/// Editors that check a file by its schema say what `check` says: neither refuses a form of a value
/// that the other accepts.
@Suite struct SchemaAgreementTests {
  private static let forms = [
    "x", "3", "[x]", "[3]", "{ x: y }", "{ x: 3 }", "[{ x: y }]", "[]", "{}",
  ]

  @Test(arguments: KeyTests.places.filter { ![.mapping, .strings, .snapshot].contains($0.kind) })
  func schemaAndReaderAgree(_ place: KeyTests.Place) throws {
    let tests = KeyTests()
    let site = try tests.site()
    let schema = MiniSchema(try Self.schema(of: place.kind))
    let example = try tests.text(place)
    let key = try #require(place.path.last)
    for form in Self.forms {
      let text = example.replacing("\(key.name): \(key.example)", with: "\(key.name): \(form)")
      let value = try #require(Self.value(of: text))
      let problems = schema.problems(of: value, at: "")
      let rules = try rules(of: text, at: tests.path(of: place.kind), in: site)
      let name = "\(place.testDescription): \(form)"
      #expect(problems.isEmpty || !rules.isEmpty, "\(name): only the schema refuses: \(problems)")
      // No schema knows the names of a site's criteria and vendors.
      let isName = rules.contains("unknown-key") && !schema.takesAnyName(at: place.path.names)
      let isForm = rules.contains("wrong-type") || isName
      #expect(!problems.isEmpty || !isForm, "\(name): only the reader refuses: \(rules)")
    }
  }

  /// Keys to which other keys of the site give narrower bounds than their shape.
  private static let narrowed: Set<String> = [
    "category frameworks.scale.max", "report frameworks.score", "report frameworks.cap.max",
  ]

  private static let bounded = KeyTests.places.filter { place in
    if case .integer = place.path.last?.shape {
      return ![.mapping, .snapshot].contains(place.kind)
    }
    return false
  }

  /// The reader checks the bounds that the key's shape tells schemas and documents.
  @Test(arguments: bounded)
  func theReaderHasTheBoundsOfTheKey(_ place: KeyTests.Place) throws {
    let tests = KeyTests()
    let site = try tests.site()
    let example = try tests.text(place)
    let key = try #require(place.path.last)
    guard case .integer(let range) = key.shape else { return }
    func breaksBounds(_ number: Int) throws -> Bool {
      let text = example.replacing("\(key.name): \(key.example)", with: "\(key.name): \(number)")
      return try rules(of: text, at: tests.path(of: place.kind), in: site).contains("value-range")
    }
    let name = "\(place.testDescription): the reader and Sources/Reading/Keys differ about"
    #expect(try breaksBounds(range.lowerBound - 1), "\(name) \(range.lowerBound - 1)")
    if range.upperBound != .max {
      #expect(try breaksBounds(range.upperBound + 1), "\(name) \(range.upperBound + 1)")
    }
    if Self.narrowed.contains(place.testDescription) { return }
    for bound in [range.lowerBound, range.upperBound] {
      #expect(try !breaksBounds(bound), "\(name) \(bound)")
    }
  }

  private static let long = KeyTests.places.filter {
    $0.path.last?.entryLimit != nil && ![.mapping, .snapshot].contains($0.kind)
  }

  /// The reader and the schema take as many entries as the key's bound says, and no more.
  @Test(arguments: long)
  func theReaderCountsEntries(_ place: KeyTests.Place) throws {
    let tests = KeyTests()
    let site = try tests.site()
    let example = try tests.text(place)
    let key = try #require(place.path.last)
    let limit = try #require(key.entryLimit)
    let form = "\(key.name): \(key.example)"
    try #require(example.contains(form))
    let schema = MiniSchema(try Self.schema(of: place.kind))
    for (count, isTooLong) in [(limit, false), (limit + 1, true)] {
      let text = example.replacing(
        form, with: "\(key.name): \(Self.list(count, like: key.example))")
      let rules = try rules(of: text, at: tests.path(of: place.kind), in: site)
      #expect(
        rules.contains("markup-limit") == isTooLong, "\(place.testDescription): \(count) entries")
      let value = try #require(Self.value(of: text))
      let problems = schema.problems(of: value, at: "").joined(separator: ", ")
      let isRefused = problems.contains("too long") || problems.contains("of no form")
      #expect(isRefused == isTooLong, "schema of \(place.testDescription): \(count) entries")
    }
  }

  /// Returns a list or mapping of many entries like the one of an example on one line.
  private static func list(_ count: Int, like example: String) -> String {
    let inner = example.dropFirst().dropLast()
    if example.hasPrefix("{") {
      let value = inner.drop { $0 != ":" }
      return "{" + (0..<count).map { "x\($0)\(value)" }.joined(separator: ", ") + "}"
    }
    let entry = inner.hasPrefix("{") ? inner : inner.prefix { $0 != "," }
    return "[" + repeatElement(entry, count: count).joined(separator: ", ") + "]"
  }

  /// Every file of every site in the repository is what its schema asks for.
  @Test(arguments: ["content", "Examples", "Tests/Sites/laws", "Tests/Sites/weeks"])
  func validFilesKeepTheirSchema(folder: String) throws {
    let root = TestSite.root.appending(path: folder)
    var count = 0
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path()).sorted() {
      let whole = folder + "/" + path
      guard let range = whole.range(of: "content/", options: .backwards),
        let kind = Self.kind(of: String(whole[range.upperBound...])),
        let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8)
      else { continue }
      let keys = kind.path.hasSuffix(".md") ? Self.frontMatter(of: text) : text
      let value = try #require(Self.value(of: keys))
      let problems = MiniSchema(try Self.schema(of: kind)).problems(of: value, at: "")
      #expect(problems == [], "\(whole)")
      count += 1
    }
    #expect(count > 3)
  }

  private static func kind(of path: String) -> FileKind? {
    FileKind.allCases.first { kind in
      let pattern = kind.path.replacing("content/", with: "")
        .replacing(/<[a-z]+>/, with: "[^/]+").replacing(".", with: "\\.")
      return path.range(of: "^\(pattern)$", options: .regularExpression) != nil
        && ![.mapping, .strings, .snapshot].contains(kind)
    }
  }

  private static func frontMatter(of text: String) -> String {
    text.components(separatedBy: "---\n").dropFirst().first ?? ""
  }

  private static func schema(of kind: FileKind) throws -> [String: Any] {
    if let known = known.withLock({ $0[kind.rawValue] }) { return try object(known) }
    let text = try Program.run(["schema", kind.rawValue]).output
    known.withLock { $0[kind.rawValue] = text }
    return try object(text)
  }

  private static func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// The schemas, as text.
  private static let known = Mutex<[String: String]>([:])

  /// Returns the rules that a file of a site breaks.
  private func rules(of text: String, at path: String, in site: TestSite) throws -> Set<String> {
    try site.write(path.hasSuffix(".md") ? "---\n\(text)---\nText\n" : text, to: path)
    return Set(
      try site.read().diagnostics.sorted.filter { $0.severity == .error }.map(\.rule.id))
  }

  private static func value(of text: String) -> Any? {
    var log = Diagnostics()
    return SourceFile(path: "x.yaml", text: text).yaml(into: &log).map { value(of: $0) }
  }

  private static func value(of node: YAMLNode) -> Any {
    switch node.content {
    case .scalar(let text, _):
      if node.isNull { NSNull() } else { Double(text) as Any? ?? Bool(text) as Any? ?? text }
    case .sequence(let items): items.map { value(of: $0) }
    case .mapping(let pairs):
      Dictionary(
        pairs.map { ($0.key.text ?? "", value(of: $0.value)) }, uniquingKeysWith: { $1 })
    }
  }
}
