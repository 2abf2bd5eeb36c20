import Foundation
import TestSeeds
import TestSites
import Testing

/// What holds on every site: no text is lost, and every link leads somewhere.
@Suite struct RandomSiteLawTests {
  /// The places of texts that a diagnostic says are not shown: the lines of each file.
  private typealias Told = [String: Set<Int>]

  /// Holds a law against random sites, each as it is after some edits.
  private func sites(
    seed: UInt64, _ law: (Versus, _ told: Told, _ edits: String) throws -> Void
  ) throws {
    var site = try RandomSite(seed: seed)
    var edits = ["seed \(seed)"]
    for _ in 0..<3 {
      for _ in 0..<3 { edits.append(try site.edit()) }
      // A theme may leave out what it likes.
      if site.versus.exists("templates/partials") { try site.versus.remove("templates/partials") }
      let build = try site.versus.run("build", "--format", "json", "--force")
      #expect(build.code == 0, "\(edits): \(build.output)\(build.errors)")
      let check = try site.versus.run("check", "--format", "json").object()
      let found = check["diagnostics"] as? [[String: Any]] ?? []
      var told: Told = [:]
      for problem in found where problem["rule"] as? String == "hidden-text" {
        let line = try #require(problem["line"] as? Int)
        // A block of HTML is told of at its first line, and has three.
        told[try #require(problem["file"] as? String), default: []].formUnion(line...line + 2)
      }
      try law(site.versus, told, edits.joined(separator: ", "))
    }
  }

  /// Law 2: each visible word of a text is on a page, or a diagnostic names its file.
  @Test(arguments: Seeds.first(6))
  func everyWordIsShown(seed: UInt64) throws {
    try sites(seed: seed) { versus, told, edits in
      var shown: Set<Substring> = []
      for (path, bytes) in try versus.files(in: "public") where path.hasSuffix(".html") {
        shown.formUnion(String(decoding: bytes, as: UTF8.self).matches(of: #/Zq\d+/#).map(\.output))
      }
      #expect(shown.count > 100)
      for (path, bytes) in try versus.files(in: "content") where !bytes.isEmpty {
        let text = String(decoding: bytes, as: UTF8.self)
        let told = told["content/" + path] ?? []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
          .enumerated()
        {
          let lost = line.matches(of: #/Zq\d+/#).map(\.output).filter { !shown.contains($0) }
          #expect(
            lost.isEmpty || told.contains(number + 1), "\(edits): \(path): \(lost) in \(line)")
        }
      }
    }
  }

  /// Law 3: each link of each page leads to a page or a file, and its anchor is there.
  @Test(arguments: Seeds.first(6))
  func everyLinkLeadsSomewhere(seed: UInt64) throws {
    try sites(seed: seed) { versus, _, edits in
      let settings = try versus.read("content/site.yaml")
      let base = try #require(settings.firstMatch(of: #/example.org(\/\S*)/#)).output.1
      let files = try versus.files(in: "public")
      let pages = files.filter { $0.key.hasSuffix(".html") }
        .mapValues { String(decoding: $0, as: UTF8.self) }
      let ids = pages.mapValues { Set($0.matches(of: #/ id="([^"]*)"/#).map(\.output.1)) }
      var count = 0
      for (path, page) in pages {
        for link in page.matches(of: #/ (?:href|src)="([^"]*)"/#).map(\.output.1) {
          guard let target = Self.target(of: link, from: path, below: base) else { continue }
          count += 1
          let isThere = files[target.file]?.isEmpty == false
          #expect(isThere, "\(edits): \(path): \(link)")
          guard isThere, let anchor = target.anchor, anchor != "top" else { continue }
          #expect(ids[target.file]?.contains(anchor) == true, "\(edits): \(path): \(link)")
        }
      }
      #expect(count > 300)
    }
  }

  /// Returns the file to which a link on a page leads, and its anchor; nil for other sites.
  private static func target(
    of link: Substring, from page: String, below base: Substring
  ) -> (file: String, anchor: Substring?)? {
    let whole = link.replacing("&amp;", with: "&")
    let parts = whole.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    var path = String(parts[0].prefix { $0 != "?" })
    let anchor = parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil
    let origin = "https://example.org"
    if path.hasPrefix(origin) { path.removeFirst(origin.count) }
    if path.isEmpty { return (page, anchor) }
    guard path.hasPrefix(base) else { return path.hasPrefix("/") ? (path, anchor) : nil }
    path.removeFirst(base.count)
    return (path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path, anchor)
  }
}
