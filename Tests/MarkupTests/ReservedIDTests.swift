import Foundation
import Markup
import Testing

@Suite struct ReservedIDTests {
  private static let templates = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "templates")

  /// The ids of all templates for pages that contain a text of the author's.
  @Test func allIDsOfTheThemeAreReserved() throws {
    var waiting = ["vendor", "comparison", "page"]
    var seen: Set<String> = []
    var ids: Set<String> = []
    while let name = waiting.popLast() {
      guard seen.insert(name).inserted else { continue }
      let text = try String(
        contentsOf: Self.templates.appending(path: name + ".html"), encoding: .utf8)
      ids.formUnion(text.matches(of: #/\bid="([^"]+)"/#).map { String($0.1) })
      ids.formUnion(text.matches(of: #/include "[^"]+", id: "([^"]+)"/#).map { String($0.1) })
      waiting += text.matches(of: #/(?:include|extends) "([^"]+)"/#).map { String($0.1) }
    }
    // Ids that code makes, such as `q-1` and `prompt-x`.
    ids.subtract([#"\(id)"#, #"\(question.id)"#, #"\(prompt.id)"#])
    #expect(ids.count > 20)
    for id in ids { #expect(ReservedIDs.contains(id), "\(id)") }
  }

  @Test(arguments: ["q-12", "prompt-x", "fn-1", "g-a"])
  func kindsAreReserved(id: String) { #expect(ReservedIDs.isKind(id)) }

  @Test(arguments: ["q--a", "q-and-a", "set-up", "graph", "prompting"])
  func otherIDsAreFree(id: String) { #expect(!ReservedIDs.contains(id)) }
}
