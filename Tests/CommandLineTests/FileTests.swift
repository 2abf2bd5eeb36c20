import Foundation
import TestSites
import Testing

/// Every file of a site is used, or a warning names it.
struct FileTests {
  private let versus: Versus

  init() throws {
    versus = try Versus()
    #expect(try versus.run("init").code == 0)
    try versus.write(
      "---\ntitle: About\n---\n![x](assets/logo.svg) [t](/terms.pdf)\n",
      to: "content/pages/about.md")
    try versus.write("<svg/>", to: "content/assets/logo.svg")
    try versus.write("terms", to: "content/static/terms.pdf")
  }

  @Test func whatIsStaticIsCopiedAsItIs() throws {
    let files = [
      "CNAME": "org.example", ".well-known/security.txt": "Contact: x", "terms.pdf": "terms",
      "demo/index.html": "<p>demo", "assets/plain.js": "1",
    ]
    for (path, text) in files { try versus.write(text, to: "content/static/" + path) }
    let result = try versus.run("build")
    #expect(result.code == 0, "\(result.errors)")
    #expect(!result.errors.contains("warning"), "\(result.errors)")
    for (path, text) in files { #expect(try versus.read("public/" + path) == text) }
    // The copied files are removed again.
    try versus.remove("content/static/.well-known")
    #expect(try versus.run("build").code == 0)
    #expect(!versus.exists("public/.well-known") && versus.exists("public/CNAME"))
  }

  @Test func assetsStandAtFingerprintedNames() throws {
    #expect(try versus.run("build").code == 0)
    let names = try versus.files(in: "public/assets").keys.filter { $0.hasPrefix("logo.") }
    #expect(names.count == 1 && names[0] != "logo.svg")
    let page = try versus.read("public/about/index.html")
    #expect(page.contains("src=\"/assets/\(names[0])\"") && page.contains("href=\"/terms.pdf\""))
    try versus.write("<svg id='x'/>", to: "content/assets/logo.svg")
    #expect(try versus.run("build").code == 0)
    let new = try versus.files(in: "public/assets").keys.filter { $0.hasPrefix("logo.") }
    #expect(new.count == 1 && new != names)
    #expect(try versus.read("public/about/index.html").contains(new[0]))
    #expect(try versus.run("build", "--verify").code == 0)
  }

  @Test(arguments: [
    "index.html", "404.html", "about/index.html", "feed.xml", "compare", "about",
    "api/v1/index.json", "robots.txt", "feed.xml/x",
  ])
  func aFileInThePlaceOfAPageIsReported(path: String) throws {
    try versus.write("x", to: "content/static/" + path)
    let result = try versus.run("check")
    #expect(result.code == 1)
    #expect(
      result.errors.hasPrefix("content/static/\(path):1:1: error:")
        && result.errors.contains("[route-collision]"), "\(result.errors)")
  }

  @Test(arguments: [
    ("content/assets/other.svg", "content/assets/other.svg:1:1: warning: nothing shows this file"),
    ("content/page/about.md", "did you mean 'content/pages'?"),
    ("static/CNAME", "did you mean 'content/static'?"),
    ("template/base.html", "did you mean 'templates'?"),
    ("templates/comparision.html", "did you mean 'comparison.html'?"),
    ("templates/strings/fr.yaml", "templates/strings/fr.yaml:1:1: warning:"),
    ("templates/assets/font.woff2", "nothing shows this file"),
    ("content/notes.txt", "content/notes.txt:1:1: warning: nothing reads this file"),
  ])
  func aFileThatNothingUsesIsNamed(path: String, message: String) throws {
    try versus.write("x", to: path)
    let result = try versus.run("check")
    #expect(result.code == 0)
    #expect(
      result.errors.contains(message) && result.errors.contains("[unused-file]"), "\(result.errors)"
    )
  }

  @Test func rawHTMLFollowsAssets() throws {
    let site = try versus.read("content/site.yaml")
    try versus.write(site + "\nunsafeHTML: true\n", to: "content/site.yaml")
    try versus.write(
      """
      ---
      title: Raw
      ---
      <p><img src="/assets/logo.svg" alt=""><a href='/gone/'>x</a></p>

      """,
      to: "content/pages/raw.md")
    let result = try versus.run("check")
    #expect(result.errors.hasPrefix("content/pages/raw.md:4:48: error:"), "\(result.errors)")
    #expect(result.errors.contains("[dead-link]"))
    try versus.write(
      "---\ntitle: Raw\n---\n<p><img src=\"/assets/logo.svg\" alt=\"\"></p>\n",
      to: "content/pages/raw.md")
    #expect(try versus.run("build").code == 0)
    #expect(try versus.read("public/raw/index.html").contains("src=\"/assets/logo."))
    #expect(try !versus.read("public/raw/index.html").contains("/assets/logo.svg"))
  }
}
