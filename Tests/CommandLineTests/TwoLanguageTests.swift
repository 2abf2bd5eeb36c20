import Foundation
import TestSites
import Testing

/// Two sites in two languages share an output folder, as the guide describes.
@Suite struct TwoLanguageTests {
  @Test func neitherTouchesTheOther() throws {
    let versus = try Versus()
    for (name, address, language) in [("en", "", "en"), ("de", "de/", "de")] {
      #expect(try versus.run("init", name).code == 0)
      try versus.write(
        "title: T\nbaseURL: https://example.org/\(address)\nlanguage: \(language)\n"
          + "theme: { footer: '[Other](https://example.org/)' }\n", to: "\(name)/content/site.yaml")
    }
    let build = { (name: String, output: String) in
      let result = try versus.run("build", "-s", name, "-o", output)
      #expect(result.code == 0 && result.output.contains("0 removed"), "\(result.output)")
    }
    try build("en", "public")
    try build("de", "public/de")
    #expect(try versus.read("public/index.html").contains("<html lang=\"en\""))
    #expect(try versus.read("public/de/index.html").contains("<html lang=\"de\""))
    #expect(try versus.read("public/de/index.html").contains("href=\"/de/vendors/quill/\""))
    try versus.write(
      try versus.read("en/content/site.yaml") + "description: New.\n", to: "en/content/site.yaml")
    try build("en", "public")
    #expect(versus.exists("public/de/vendors/quill/index.html"))
    #expect(try versus.run("publish", "-s", "en", "-o", "public", "served").code == 0)
    #expect(versus.exists("served/current/de/index.html"))
  }

  /// With a host for each language, the pages can name each other.
  @Test func pagesNameTheirCounterparts() throws {
    let versus = try Versus()
    #expect(try versus.run("init").code == 0)
    let base = try versus.run("theme", "show", "base.html").output
    let line = #"<link rel="alternate" hreflang="de" href="https://de.example.org\(page.path)">"#
    try versus.write(
      base.replacing("<link rel=\"stylesheet\"", with: line + "\n<link rel=\"stylesheet\""),
      to: "templates/base.html")
    #expect(try versus.run("build", "-q").code == 0)
    #expect(
      try versus.read("public/compare/inkwell-vs-quill/index.html").contains(
        #"hreflang="de" href="https://de.example.org/compare/inkwell-vs-quill/">"#))
  }
}
