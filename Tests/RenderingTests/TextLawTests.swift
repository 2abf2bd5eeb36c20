import Diagnosing
import Foundation
import Markup
import TestSites
import Testing

/// No text of an author disappears: each of its words is on some page, or a diagnostic names it.
struct TextLawTests {
  /// Words in all that raw HTML and Markdown may hide; `#` is the number of the place.
  private static let probe =
    "Zq#a <unlimited> Zq#b <details>Zq#c</details> **Zq#d** H<sub>Zq#e</sub> a<b and Zq#f>g "
    + "<x-tag>Zq#g</x-tag>"

  private let site: TestSite

  init() throws {
    site = try TestSite(overlay: TestSite.fixtures.appending(path: "laws"))
    let settings = try site.read(text: "content/site.yaml")
    try site.write(
      settings.replacing("unsafeHTML: yes\n", with: ""), to: "content/site.yaml")
  }

  @Test func everyWordOfEveryField() throws {
    var taken: [(name: String, words: [String], path: String)] = []
    var number = 0
    for path in try FileManager.default.subpathsOfDirectory(atPath: site.folder.path()).sorted()
    where path.hasSuffix(".md") || path.hasSuffix(".yaml") {
      // A report that is not in force is on no page.
      if path.contains("epsilon") || path.contains("delta") { continue }
      var text = try site.read(text: path)
      for index in try KeyPlace.texts(in: SourceFile(path: path, text: text)).indices {
        let places = try KeyPlace.texts(in: SourceFile(path: path, text: text))
        let (name, old, place) = places[index]
        number += 1
        let probe = Self.probe.replacing("#", with: "\(number)")
        let new = place.text(saying: old + " " + probe)
        try site.write(new, to: path)
        if try site.read().library == nil {
          // The value is refused: it is no text.
          try site.write(text, to: path)
          continue
        }
        text = new
        taken.append(("\(path) \(name)", words(of: number), path))
      }
      if path.hasSuffix(".md") {
        number += 1
        let block = "\n\n\(Self.probe)\n\n<details>\nZq#h\n</details>\n"
        text += block.replacing("#", with: "\(number)")
        try site.write(text, to: path)
        taken.append(("\(path) body", words(of: number) + ["Zq\(number)h"], path))
      }
    }
    try check(taken)
  }

  private func words(of number: Int) -> [String] { "abcdefg".map { "Zq\(number)\($0)" } }

  private func check(_ taken: [(name: String, words: [String], path: String)]) throws {
    #expect(taken.count > 80)
    let rendered = try RenderedSite(site)
    try #require(!rendered.isRefused, "\(rendered.diagnostics.map(\.message))")
    var shown: Set<String> = []
    for (path, bytes) in rendered.files where path.hasSuffix("/") || path.hasSuffix(".html") {
      let page = String(decoding: bytes, as: UTF8.self)
      shown.formUnion(page.matches(of: #/Zq\d+[a-h]/#).map { String($0.output) })
    }
    let told = Set(
      rendered.diagnostics.filter { $0.rule.id == "hidden-text" }.map(\.span.file.path))
    for text in taken {
      let lost = text.words.filter { word in
        // Only what stands in tags that are not kept may be hidden, and is told of.
        let isTold = (word.hasSuffix("c") || word.hasSuffix("h")) && told.contains(text.path)
        return !shown.contains(word) && !isTold
      }
      #expect(lost.isEmpty, "\(text.name): \(lost)")
    }
  }
}
