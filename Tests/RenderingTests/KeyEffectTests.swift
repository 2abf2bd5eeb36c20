import Diagnosing
import Foundation
import Markup
import TestSites
import Testing

@testable import Reading

/// Every key keeps its promise: it changes what readers see, or what the author is told.
///
/// The site `Tests/Sites/laws` gives every key that the schemas know a value that is not its
/// default. Each is taken away in turn.
struct KeyEffectTests {
  /// Keys that only warn or refuse, each with a value that is told of, and the rule that tells.
  private static let telling: [String: (value: String, rule: String)] = [
    "site maxPages": ("1", "too-many-pages"), "site driftAlert": ("3", "drift"),
  ]

  private let site: TestSite
  private let whole: RenderedSite

  init() throws {
    site = try TestSite(overlay: TestSite.fixtures.appending(path: "laws"))
    whole = try RenderedSite(site)
    try #require(!whole.isRefused, "\(whole.diagnostics.map(\.message))")
  }

  @Test(arguments: folders.keys.sorted())
  func everyKeyOfTheSchema(kind: String) throws {
    let schema = try Program.run(["schema", kind]).object()
    try check(kind, keys: Schema.keys(of: schema))
  }

  /// - Parameter keys: those that the site must give.
  private func check(_ kind: String, keys: Set<String>) throws {
    let found = try places(of: kind)
    for key in keys.subtracting(found.keys).sorted() {
      Issue.record("Tests/Sites/laws gives no \(kind) the key '\(key)': add it to a file there")
    }
    for (key, places) in found.sorted(by: { $0.key < $1.key }) {
      let name = "\(kind) \(key)"
      let works = try places.contains { try hasEffect($0, named: name) }
      #expect(
        works, "Tests/Sites/laws gives '\(name)', but nothing that readers see changes without it")
    }
  }

  private func hasEffect(_ place: KeyPlace, named name: String) throws -> Bool {
    let before = try site.read(text: place.path)
    defer { try? site.write(before, to: place.path) }
    let told = Self.telling[name]
    try site.write(place.text(replacing: told?.value), to: place.path)
    let changed = try RenderedSite(site, reusing: whole)
    return told.map { changed.has($0.rule) && !whole.has($0.rule) } ?? changed.differs(from: whole)
  }

  /// Where the files of a kind give each key; keys that the publisher chooses are `*`.
  private func places(of kind: String) throws -> [String: [KeyPlace]] {
    let schema = try Program.run(["schema", kind]).object()
    var found: [String: [KeyPlace]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: site.folder.path()).sorted() {
      guard path.hasPrefix(Self.folders[kind] ?? "-"), path.contains(".") else { continue }
      let file = SourceFile(path: path, text: try site.read(text: path))
      for (key, place) in try KeyPlace.all(in: file, schema) {
        found[key, default: []].append(place)
      }
    }
    return found
  }

  private static let folders = [
    "site": "content/site.yaml", "category": "content/categories/", "report": "content/reports/",
    "comparison": "content/comparisons/", "prompt": "content/prompts/",
    "author": "content/authors/", "page": "content/pages/",
    "corrections": "content/corrections.yaml",
  ]
}

/// JSON Schema, as far as the schemas of content files use it.
enum Schema {
  /// The groups of a category have equal schemas.
  private static let groups: Set<String> = ["scores", "compliance", "signals", "attributes"]

  /// All keys by their paths, such as `winner.by` and `tiers`.
  static func keys(of schema: [String: Any], below path: String = "") -> Set<String> {
    var keys: Set<String> = []
    for (key, value) in object(schema["properties"]) {
      keys.insert(path + key)
      keys.formUnion(Self.keys(of: object(value), below: path + step(key, path) + "."))
    }
    for inner in parts(of: schema) { keys.formUnion(Self.keys(of: inner, below: path)) }
    if let others = schema["additionalProperties"] as? [String: Any] {
      keys.formUnion(Self.keys(of: others, below: path + "*."))
    }
    return keys
  }

  static func step(_ key: String, _ path: String) -> String {
    path.isEmpty && groups.contains(key) ? "*" : key
  }

  /// The schemas of alternatives and of items, which have the path of the whole.
  static func parts(of schema: [String: Any]) -> [[String: Any]] {
    (schema["anyOf"] as? [[String: Any]] ?? []) + [object(schema["items"])].filter { !$0.isEmpty }
  }

  static func object(_ value: Any?) -> [String: Any] { value as? [String: Any] ?? [:] }
}
