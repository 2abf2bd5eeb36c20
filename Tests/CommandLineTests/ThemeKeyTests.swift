import Content
import Foundation
import TestSites
import Testing

/// The key `theme` of `site.yaml`, and the site's own `templates/assets/custom.css`.
struct ThemeKeyTests {
  private func site(_ theme: String) throws -> TestSite {
    let site = try TestSite()
    let yaml = try site.read(text: "content/site.yaml")
    try site.write(yaml + "theme: \(theme)\n", to: "content/site.yaml")
    return site
  }

  private func styleSheet(of site: TestSite) throws -> String {
    let files = try Versus.files(below: site.folder.appending(path: "public/assets").path())
    let sheets = files.filter { $0.key.hasPrefix("site.") && $0.key.hasSuffix(".css") }
    return String(decoding: try #require(sheets.values.first), as: UTF8.self)
  }

  @Test func choicesAreSeenOnEveryPage() throws {
    let site = try site(
      "{ accent: '#0b6b45', font: serif, logo: assets/mark.svg, footer: 'Made in *Vienna*.' }")
    try site.write(#"<svg xmlns="http://www.w3.org/2000/svg"/>"#, to: "content/assets/mark.svg")
    try site.write("body { background: url(paper.svg); }\n", to: "templates/assets/custom.css")
    try site.write(
      #"<svg xmlns="http://www.w3.org/2000/svg"/>"#, to: "templates/assets/paper.svg")
    let built = try Program.run(["build", "-s", site.folder.path()])
    #expect(built.code == 0 && built.errors.contains("warning") == false, "\(built.errors)")
    for path in ["index.html", "404.html", "compare/alpha-vs-beta/index.html"] {
      let page = try site.read(text: "public/\(path)")
      #expect(page.contains(#"<img src="/assets/mark."#), "\(path)")
      #expect(page.contains("<p>Made in <em>Vienna</em>.</p>"), "\(path)")
      #expect(page.components(separatedBy: #"rel="stylesheet""#).count == 2, "\(path)")
    }
    let sheet = try styleSheet(of: site)
    let own = try #require(sheet.range(of: "--accent: #0b6b45;"))
    let custom = try #require(sheet.range(of: "url(paper."))
    #expect(own.lowerBound < custom.lowerBound && !sheet.contains("url(paper.svg)"))
    #expect(sheet.contains("Palatino"))
  }

  /// A build after a change of the accent alone gives the pages of a new build.
  @Test func aChangedAccentReachesEveryPage() throws {
    let site = try site("{ accent: '#0b6b45' }")
    #expect(try Program.run(["build", "-s", site.folder.path()]).code == 0)
    let yaml = try site.read(text: "content/site.yaml")
    try site.write(
      yaml.replacingOccurrences(of: "#0b6b45", with: "#14506e"), to: "content/site.yaml")
    #expect(try Program.run(["build", "-s", site.folder.path()]).code == 0)
    let again = try Program.run(["build", "--verify", "-s", site.folder.path()])
    #expect(again.code == 0, "\(again.errors)")
    #expect(try styleSheet(of: site).contains("--accent: #14506e;"))
  }

  @Test(arguments: [
    ("{ accent: '#ffcc00' }", "accent #ffcc00 has a contrast of 1.3:1 on light paper", 11),
    ("{ accent: { light: '#0b6b45', dark: '#0b6b45' } }", "on dark paper; text needs 4.5:1", 37),
    ("{ accent: green }", "a color such as", 11),
    ("{ accent: '#12345' }", "a color such as", 11),
    ("{ accent: { light: '#0b6b45' } }", "the key 'dark' is required", 11),
    ("{ font: Comic }", "font 'Comic' is not one of system", 9),
    ("{ logo: assets/none.svg }", "there is no file 'assets/none.svg'", 9),
    ("{ logo: 'https://example.org/logo.svg' }", "begins with 'assets/'", 9),
    ("{ colour: red }", "unknown key 'colour'", 3),
  ])
  func mistakesHaveTheirPlace(case wrong: (String, String, Int)) throws {
    let site = try site(wrong.0)
    let result = try withExtendedLifetime(site) {
      try Program.run(["check", "-s", site.folder.path()])
    }
    #expect(result.code == 1)
    #expect(result.errors.contains("site.yaml:3:\(wrong.2 + 7): error"), "\(result.errors)")
    #expect(result.errors.contains(wrong.1), "\(result.errors)")
  }

  /// The color that a diagnostic proposes can be read, and so can that for dark paper which follows
  /// from one color.
  @Test func proposedColorsCanBeRead() throws {
    for hue in stride(from: 0, to: 0xfff, by: 7) {
      let digits = String(hue, radix: 16)
      let color = try #require(
        Color("#" + String(repeating: "0", count: 3 - digits.count) + digits))
      for paper in SiteTheme.Paper.allCases {
        let readable = paper.readable(color)
        #expect(paper.contrast(with: readable) >= SiteTheme.Paper.requiredContrast)
        #expect(Color(readable.text) == readable)
        if paper.contrast(with: color) >= SiteTheme.Paper.requiredContrast {
          #expect(readable == color)
        }
      }
    }
  }

  /// The contrast of WCAG's own examples.
  @Test func contrastIsThatOfTheStandard() throws {
    let (black, white) = (try #require(Color("#000")), try #require(Color("#fff")))
    let gray = try #require(Color("#767676"))
    #expect(abs(black.contrast(with: white) - 21) < 0.001)
    #expect(abs(gray.contrast(with: white) - 4.54) < 0.01)
  }

  /// The backgrounds that the accent is measured on are those of the style sheet.
  @Test func papersAreThoseOfTheStyleSheet() throws {
    let sheet = try String(
      contentsOf: TestSite.root.appending(path: "templates/assets/site.css"), encoding: .utf8)
    let parts = sheet.components(separatedBy: "@media (prefers-color-scheme: dark)")
    for (paper, part) in zip(SiteTheme.Paper.allCases, parts) {
      for (name, color) in zip(["paper", "surface", "win-soft"], paper.colors) {
        let short = color.text == "#ffffff" ? "#fff" : color.text
        #expect(part.contains("--\(name): \(short);"), "\(name) on \(paper) paper")
      }
    }
  }
}
