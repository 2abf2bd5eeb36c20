import Content
import Diagnosing
import Foundation
import TestSites
import Testing

@testable import Reading
@testable import versus

/// Every key of every file is explained, and what the explanation says is true.
@Suite struct KeyTests {
  /// A key of a file, with the keys that lead to it, the outermost first.
  struct Place: CustomTestStringConvertible, Sendable {
    let kind: FileKind
    let path: [Key]

    var testDescription: String {
      kind.rawValue + " " + path.names.joined(separator: ".")
    }
  }

  private static func paths(_ keys: [Key]) -> [[Key]] {
    keys.flatMap { key in [[key]] + paths(key.nested).map { [key] + $0 } }
  }

  static let places = FileKind.allCases.flatMap { kind in
    paths(kind.keys).map { Place(kind: kind, path: $0) }
  }

  @Test(arguments: places) func isExplained(_ place: Place) throws {
    let key = try #require(place.path.last)
    #expect(key.meaning.hasSuffix(".") && key.meaning.first?.isUppercase == true)
    #expect(!key.example.isEmpty && !key.example.contains("\n"))
    #expect(!key.isRequired || key.standard == nil)
    let dotted = place.path.names.joined(separator: ".")
    let text = try KeyReference.text(place.kind, key: dotted)
    #expect(text.contains(Prose.plain(key.meaning)) && text.contains("example:"))
    #expect(KeyReference.text(place.kind).contains(dotted))
  }

  @Test func everyKindHasKeys() {
    for kind in FileKind.allCases where kind != .strings { #expect(!kind.keys.isEmpty) }
    #expect(Self.places.count > 200, "\(Self.places.count)")
  }

  /// A file of the required keys and the example is valid.
  @Test(arguments: places.filter { $0.kind != .mapping })
  func theExampleIsAccepted(_ place: Place) throws {
    let text = try text(place)
    try expectValid(text, of: place.kind)
  }

  /// The parts of a value depend on the criterion's kind.
  @Test(arguments: [
    (ReportKeys.cellKeys, "scores:\n  trust:\n"), (ReportKeys.money, "attributes:\n  price:\n"),
    (ReportKeys.share, "attributes:\n  share:\n"), (ReportKeys.rating, "attributes:\n  rating:\n"),
  ])
  func theExamplesOfValuesAreAccepted(_ keys: [Key], _ head: String) throws {
    for key in keys {
      let lines = Self.block([key], among: keys).map { "    " + $0 + "\n" }.joined()
      try expectValid(
        "name: M\ncategory: llm-vendors\nofferings: { api: API }\n" + head + lines,
        of: .report)
    }
  }

  @Test(arguments: places.filter { $0.kind == .mapping })
  func theExampleOfAMappingIsAccepted(_ place: Place) throws {
    let site = try site()
    let text = try text(place)
    try site.write(text, to: "mapping.yaml")
    let separator = place.path.names == ["separator"] ? ";" : ","
    let encoding = place.path.names == ["encoding"] ? String.Encoding.windowsCP1252 : .utf8
    let table = "Model,Id,Label,Week,Score,Status,Rank\nLlama,llama,Llama,2026-W15,57,on,1\n"
      .replacing(",", with: separator)
    try site.write(#require(table.data(using: encoding)), to: "table.csv")
    let result = try Program.run([
      "import", site.folder.path() + "/table.csv", "--category", "llm-vendors", "--week",
      "2026-W15", "--mapping", site.folder.path() + "/mapping.yaml", "--dry-run", "--force",
      "-s", site.folder.path(),
    ])
    #expect(result.code == 0, "\(text)\n\(result.errors)")
  }

  /// `UPDATE_GOLDENS=1` rewrites the document.
  @Test func theDocumentIsCurrent() throws {
    try Golden.check(KeyReference.document, "docs/content.md", suite: "KeyTests")
  }

  @Test func aMisspeltKeyGetsAHint() throws {
    let result = try Program.run(["help", "keys", "category", "hedline"])
    #expect(result.code == 2 && result.errors.contains("did you mean 'headline'?"))
    #expect(try Program.run(["help", "keys", "categories"]).code == 2)
    #expect(try Program.run(["help", "keys"]).output.contains("content/site.yaml"))
  }

  // MARK: Files

  private func expectValid(_ text: String, of kind: FileKind) throws {
    let site = try site()
    let isMarkdown = kind.path.hasSuffix(".md")
    try site.write(isMarkdown ? "---\n\(text)---\nText\n" : text, to: path(of: kind))
    var log = Diagnostics()
    let reader = try ContentReader(folder: ContentFolder(site.folder.path()))
    _ = try reader.read(into: &log)
    #expect(!log.hasErrors, "\(text)\n\(log.sorted.map(\.message))")
  }

  /// Returns a file of the required keys and the example of one.
  func text(_ place: Place) throws -> String {
    var lines = Self.block(place.path, among: place.kind.keys)
    switch (place.kind, place.path.first?.name) {
    case (.category, let name) where name != "headline": lines.append("headline: scores.trust")
    case (.report, let name) where name != "category": lines.append("category: llm-vendors")
    default: break
    }
    if place.kind == .corrections { lines = Self.item(lines) }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Returns a mapping of the required keys and the key that a path leads to.
  private static func block(_ path: [Key], among keys: [Key]) -> [String] {
    guard let key = path.first else { return [] }
    let beside = key.beside.map { $0.prefix { $0 != ":" } }
    let others = keys.filter {
      $0.isRequired && $0.name != key.name && !beside.contains($0.name[...])
    }
    let inner = Array(path.dropFirst())
    let value =
      inner.isEmpty
      ? ["\(key.name): \(key.example)"]
      : ["\(key.name):"] + lines(key.shape, inner).map { "  " + $0 }
    return others.map { "\($0.name): \($0.example)" } + key.beside + value
  }

  private static func lines(_ shape: Key.Shape, _ path: [Key]) -> [String] {
    switch shape {
    case .record(let keys): block(path, among: keys)
    case .list(let shape): item(lines(shape, path))
    case .map(_, let id, let shape): ["\(id):"] + lines(shape, path).map { "  " + $0 }
    case .either(let short, let long):
      Key.Shape.list(short).nested.isEmpty ? lines(long, path) : lines(short, path)
    default: []
    }
  }

  private static func item(_ lines: [String]) -> [String] {
    lines.enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
  }

  func path(of kind: FileKind) -> String {
    kind.path.replacing("<a>-vs-<b>", with: "llama-vs-mistral")
      .replacing("<week>/<vendor>", with: "2026-W15/mistral")
      .replacing("<week>", with: "2026-W14")
      .replacing(/<[a-z]+>/, with: "tested")
  }

  /// A site with everything that the examples refer to.
  func site() throws -> TestSite {
    let site = try TestSite(withoutReports: true)
    try site.write("title: T\nbaseURL: https://example.org/\n", to: "content/site.yaml")
    try FileManager.default.removeItem(at: site.folder.appending(path: "content/categories"))
    try site.write(
      """
      title: LLM vendors
      headline: scores.trust
      tiers: { approved: Approved }
      groups:
        scores: { title: S, criteria: { trust: { label: Trust, kind: score } } }
        compliance: { title: C, criteria: { soc2: { label: SOC 2, kind: state } } }
        signals: { title: M, criteria: { mentions: { label: Mentions, kind: count } } }
        attributes:
          title: A
          criteria:
            maker: { label: Maker, kind: text }
            models: { label: Models, kind: list }
            price: { label: Price, kind: money }
            share: { label: Share, kind: percent }
            rating: { label: Rating, kind: rating }
      segments: { title: Fit, rows: { startup: Startups } }
      frameworks: { goals: { title: GOALS, checks: 2, dimensions: { governance: Governance } } }
      panel: { title: P, personas: { builder: Builder } }

      """, to: "content/categories/llm-vendors.yaml")
    for (slug, name) in [("llama", "Llama"), ("mistral", "Mistral")] {
      try site.write(
        "---\nname: \(name)\ncategory: llm-vendors\nofferings: { api: API }\n---\n",
        to: "content/reports/2026-W14/\(slug).md")
    }
    try site.write("name: Jane\n", to: "content/authors/jane.yaml")
    try site.write("---\ntitle: R\nprompt: P\n---\n", to: "content/prompts/refactor.md")
    for logo in ["mistral", "logo"] {
      try site.write(
        "<svg xmlns='http://www.w3.org/2000/svg'/>", to: "content/assets/\(logo).svg")
    }
    return site
  }
}
