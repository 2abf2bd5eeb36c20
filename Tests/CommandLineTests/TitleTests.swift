import Foundation
import TestSites
import Testing

/// S-07: no two pages share a title or a description, whatever their names.
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

  private func titles(_ site: TestSite) throws -> [String: String] {
    let files = try Versus.files(below: site.folder.appending(path: "public").path())
    return try files.filter { $0.key.hasSuffix(".html") }.mapValues { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      let rest = try #require(text.components(separatedBy: "<title>").dropFirst().first)
      return String(rest.prefix { $0 != "<" })
    }
  }

  /// A page's title by an author is made distinct from another page's default title.
  @Test(arguments: [
    ("Alpha vs Beta", "Alpha vs Beta (alpha-vs-gamma)"),
    ("Beta report", "Beta report (alpha-vs-gamma)"),
    ("Alpha report of 2026-W13", "Alpha report of 2026-W13 (alpha-vs-gamma)"),
    ("How we compare Apps", "How we compare Apps (alpha-vs-gamma)"),
    ("What changed in 2026-W14", "What changed in 2026-W14 (alpha-vs-gamma)"),
    ("Ada, author", "Ada, author (alpha-vs-gamma)"),
    // The titles of the pair itself, of a pair with its own title, and of no pair.
    ("Alpha vs Gamma", "Alpha vs Gamma"), ("Beta vs Gamma", "Beta vs Gamma"),
    ("Alpha vs Alpha", "Alpha vs Alpha"), ("Alpha vs Beta now", "Alpha vs Beta now"),
  ])
  func titlesOfEditorsAreDistinctFromDefaults(_ title: String, _ expected: String) throws {
    let site = try TestSite(withoutReports: true)
    for name in ["Alpha", "Beta", "Gamma"] {
      for week in ["2026-W13", "2026-W14"] {
        try site.write(
          "---\nname: \(name)\nscores: { ease: 5 }\n---\n\(week)\n",
          to: "content/reports/\(week)/\(name.lowercased()).md")
      }
    }
    try site.write("name: Ada\n", to: "content/authors/ada.yaml")
    for (pair, title) in [("alpha, gamma", title), ("beta, gamma", "Two of three")] {
      try site.write(
        "---\nvendors: [\(pair)]\ntitle: \(title)\nauthor: ada\n---\n",
        to: "content/comparisons/\(pair.replacingOccurrences(of: ", ", with: "-vs-")).md")
    }
    let build = try Program.run(["build", "-s", site.folder.path()])
    #expect(build.code == 0, "\(build.errors)")
    let titles = try titles(site)
    let page = try #require(titles["compare/alpha-vs-gamma/index.html"])
    #expect(page.hasPrefix(expected + " — "), "\(page)")
    #expect(Set(titles.values).count == titles.count)
  }

  @Test func twoEditorsWithOneTitleAreTold() throws {
    let site = try TestSite()
    try site.write("---\nname: Gamma\n---\n", to: "content/reports/2026-W14/gamma.md")
    for pair in ["alpha-vs-gamma", "beta-vs-gamma"] {
      let vendors = pair.replacingOccurrences(of: "-vs-", with: ", ")
      try site.write(
        "---\nvendors: [\(vendors)]\ntitle: The two\n---\n", to: "content/comparisons/\(pair).md")
    }
    let check = try Program.run(["check", "-s", site.folder.path()])
    #expect(check.code == 0)
    #expect(
      check.errors == """
        content/comparisons/beta-vs-gamma.md:3:8: warning: another comparison has the title \
        'The two'; both pages add their address, here '(beta-vs-gamma)' [repeated-title]
            3 | title: The two
              |        ^~~~~~~
        content/comparisons/alpha-vs-gamma.md:3:8: note: the other title is here
            3 | title: The two
              |        ^~~~~~~
        0 errors, 1 warning

        """)
  }
}
