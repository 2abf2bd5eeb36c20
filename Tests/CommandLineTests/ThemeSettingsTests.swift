import Foundation
import TestSites
import Testing

/// `templates/theme.yaml`, whose values templates read as `theme.…`.
struct ThemeSettingsTests {
  private func site(_ settings: String, _ template: String) throws -> TestSite {
    let site = try TestSite()
    try site.write(settings, to: "templates/theme.yaml")
    try site.write(template, to: "templates/not-found.html")
    return site
  }

  private func page(_ site: TestSite) throws -> String {
    let result = try Program.run(["build", "-s", site.folder.path()])
    #expect(result.code == 0, "\(result.errors)")
    return try site.read(text: "public/404.html")
  }

  @Test func valuesHaveTheTypesThatAreWritten() throws {
    let page = try page(
      site(
        """
        accent: "#06c"
        quoted: "3"
        columns: 3
        isDense: true
        words: [a, <b>]
        bars: { width: 2.5, colors: { left: red } }
        """,
        #"""
        <p style="color: \(theme.accent); width: \(theme.columns * 10)%">\(theme.quoted.count)
        \(theme.columns + 1) \(theme.isDense ? "dense" : "wide") \#
        \(theme.words.joined(separator: "+"))
        \(theme.bars.width) \(theme.bars.colors.left.uppercased())</p>
        """#))
    #expect(
      page == """
        <p style="color: #06c; width: 30%">1
        4 dense a+&lt;b&gt;
        2.5 RED</p>
        """)
  }

  @Test(arguments: [
    ("accent: x\n", #"\(theme.acent)"#, "templates/not-found.html:1:9: error", "'accent'?"),
    ("a-b: x\n", "x", "templates/theme.yaml:1:1: error", "letters and digits"),
    ("a:\n", #"\(theme.a)"#, "templates/theme.yaml:1:", "must be a value"),
    ("a: [1, x]\n", "x", "templates/theme.yaml:1:8: error", "like the first one"),
    ("a: 1\na: 2\n", "x", "templates/theme.yaml:2:1: error", "a"),
    ("- a\n", "x", "templates/theme.yaml:1:1: error", "theme"),
    ("n: 3\n", #"\(if theme.n)x\(end)"#, "templates/not-found.html:1:6: error", "Bool"),
  ])
  func mistakesHaveTheirPlace(case wrong: (String, String, String, String)) throws {
    let site = try site(wrong.0, wrong.1)
    let result = try Program.run(["check", "-s", site.folder.path()])
    #expect(result.code == 1)
    #expect(result.errors.contains(wrong.2) && result.errors.contains(wrong.3), "\(result.errors)")
    #expect(result.errors.contains("1 error"), "\(site.folder.path()): \(result.errors)")
  }

  /// A changed setting changes the pages that show it.
  @Test func aChangeReachesThePage() throws {
    let site = try site("word: a\n", #"<p>\(theme.word)</p>"#)
    #expect(try page(site) == "<p>a</p>")
    try site.write("word: b\n", to: "templates/theme.yaml")
    #expect(try page(site) == "<p>b</p>")
  }
}
