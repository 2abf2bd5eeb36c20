import Diagnosing
import Foundation
import TestSites
import Testing

/// A link that leads nowhere is reported wherever a text may hold one.
struct LinkLawTests {
  private struct Link {
    let field: String
    let address: String
  }

  @Test func everyDeadLinkOfEveryField() throws {
    let (broken, links) = try rendered { _ in true }
    #expect(links.count > 80)
    let told = broken.diagnostics.filter { $0.rule.id == "dead-link" }.map(\.message)
    let dead = Set(
      links.map(\.address).filter { address in told.contains { $0.contains("'\(address)'") } })
    #expect(dead.count > 40, "\(told)")
    // The other texts are no Markdown, so that no page makes a link of them.
    let (whole, _) = try rendered { !dead.contains($0) }
    #expect(!whole.isRefused, "\(whole.diagnostics.map(\.message))")
    let pages = whole.files.filter { $0.key.hasSuffix("/") || $0.key.hasSuffix(".html") }
      .map { String(decoding: $0.value, as: UTF8.self) }
    for link in links where !dead.contains(link.address) {
      #expect(!pages.contains { $0.contains("href=\"\(link.address)\"") }, "\(link.field)")
    }
  }

  /// Puts a dead link of its own into each text of the site.
  ///
  /// - Parameter isWanted: whether the link with an address is put there.
  private func rendered(
    where isWanted: (String) -> Bool
  ) throws -> (site: RenderedSite, links: [Link]) {
    let site = try TestSite(overlay: TestSite.fixtures.appending(path: "laws"))
    var links: [Link] = []
    func put(_ field: String, in path: String, _ text: (String) -> String) throws {
      let link = Link(field: "\(path) \(field)", address: "/zq\(links.count)/")
      links.append(link)
      guard isWanted(link.address) else { return }
      let before = try site.read(text: path)
      try site.write(text(" [x](\(link.address))"), to: path)
      // Where the value is refused, it is no text.
      if try site.read().library == nil { try site.write(before, to: path) }
    }
    for path in try FileManager.default.subpathsOfDirectory(atPath: site.folder.path()).sorted()
    where path.hasSuffix(".md") || path.hasSuffix(".yaml") {
      // A report that is not in force is checked when it is.
      if path.contains("epsilon") || path.contains("delta") { continue }
      let places = { try KeyPlace.texts(in: SourceFile(path: path, text: site.read(text: path))) }
      for index in try places().indices {
        let (name, old, place) = try places()[index]
        try put(name, in: path) { place.text(saying: old + $0) }
      }
      guard path.hasSuffix(".md") else { continue }
      let text = try site.read(text: path)
      try put("body", in: path) { text + "\n\n" + $0 + "\n" }
    }
    return (try RenderedSite(site), links)
  }
}
