import Foundation
import TestSites
import Testing

/// S-07: no two pages have one title or one description, whatever things are called.
struct TitleTests {
  @Test func titlesAndDescriptionsAreDistinct() throws {
    let site = try TestSite(withoutReports: true)
    for week in ["2026-W13", "2026-W14"] {
      for vendor in ["ace", "ace-2", "bolt"] {
        try site.write(
          "---\nname: Ace\nsummary: An app.\ncategory: apps\nscores: { ease: 5 }\n---\nMade up.\n",
          to: "content/reports/\(week)/\(vendor).md")
      }
    }
    for vendor in ["ace-3", "ace-4"] {
      try site.write(
        "---\nname: Ace\ntitle: What changed\ncategory: more\nscores: { ease: 5 }\n---\n",
        to: "content/reports/2026-W14/\(vendor).md")
    }
    let category = try site.read(text: "content/categories/apps.yaml")
    try site.write(category, to: "content/categories/more.yaml")
    for page in ["apps-page", "about"] {
      try site.write(
        "---\ntitle: What changed\ndescription: An app.\n---\n", to: "content/pages/\(page).md")
    }
    for author in ["ada", "eve"] {
      try site.write("name: Ada\nbio: Made up.\n", to: "content/authors/\(author).yaml")
    }
    for (pair, author) in [("ace, bolt", "ada"), ("ace-2, bolt", "eve")] {
      let name = pair.replacingOccurrences(of: ", ", with: "-vs-")
      try site.write(
        "---\nvendors: [\(pair)]\ntitle: The two\nanswer: Either.\nauthor: \(author)\n---\n",
        to: "content/comparisons/\(name).md")
    }
    let build = try Program.run(["build", "-s", site.folder.path()])
    #expect(build.code == 0, "\(build.errors)")
    let pages = try Versus.files(below: site.folder.appending(path: "public").path())
      .filter { $0.key.hasSuffix(".html") }
    #expect(pages.count >= 26)
    for pattern in ["<title>", #"<meta name="description" content=""#] {
      var seen: [String: String] = [:]
      for (path, bytes) in pages.sorted(by: { $0.key < $1.key }) {
        let text = String(decoding: bytes, as: UTF8.self)
        let rest = try #require(text.components(separatedBy: pattern).dropFirst().first)
        let value = try #require(rest.split(whereSeparator: { "<\"".contains($0) }).first)
        #expect(seen.updateValue(path, forKey: String(value)) == nil, "\(path): \(value)")
      }
    }
    let title = "<title>Ace (ace) vs Ace (ace-2) — "
    let page = try #require(pages["compare/ace-vs-ace-2/index.html"])
    #expect(String(decoding: page, as: UTF8.self).contains(title))
  }
}
