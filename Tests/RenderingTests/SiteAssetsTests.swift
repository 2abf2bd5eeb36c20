import Content
import Diagnosing
import TestSites
import Testing

@testable import Rendering

/// Files that pages load have names that change with their bytes.
struct SiteAssetsTests {
  private func assets(
    theme: [String: String], content: [String: String] = [:], statics: Set<String> = [],
    into log: inout Diagnostics
  ) throws -> SiteAssets {
    let site = try TestSite()
    for (path, text) in content { try site.write(text, to: "content/" + path) }
    let library = try #require(try site.read().library)
    return SiteAssets(
      theme: Dictionary(
        uniqueKeysWithValues: theme.map {
          ($0.key, SourceFile(path: "templates/" + $0.key, text: $0.value))
        }),
      content: library.assets, statics: statics, into: &log)
  }

  @Test(arguments: [
    ("url(a.png)", ["a.png"]), ("url( \"a.png\" )", ["a.png"]), ("URL('a.png')", ["a.png"]),
    ("@import \"a.css\";", ["a.css"]), ("@import url(a.css) print;", ["a.css"]),
    ("/* url(a.png) */ b { c: url(d.png) }", ["d.png"]), ("a { content: \"url(b.png)\" }", []),
    ("a { b: curl(c.png) }", []), ("url(", []), ("url(\"a", ["a"]), ("@import", []),
    ("a::before { content: '\\'url(b)' } c { d: url(e) }", ["e"]), ("/*", []), ("\\", []),
    ("src: url(a.eot?#iefix) format(\"x\"), url(b.woff2)", ["a.eot?#iefix", "b.woff2"]),
  ])
  func addressesAreFound(css: String, addresses: [String]) {
    #expect(StyleSheet(Array(css.utf8)).references.map(\.address) == addresses)
  }

  @Test func aStyleSheetFollowsItsFiles() throws {
    func sheet(_ font: String) throws -> (path: String, text: String, font: String) {
      var log = Diagnostics()
      let assets = try assets(
        theme: [
          "assets/css/site.css":
            "a { b: url(\"../fonts/my.woff2#x\") url(/assets/logo.svg) url(data:x) }",
          "assets/fonts/my.woff2": font,
        ], content: ["assets/logo.svg": "<svg/>"], into: &log)
      #expect(!log.hasErrors)
      let sheet = try #require(assets.all.first { $0.name == "assets/css/site.css" })
      return (
        sheet.path, String(decoding: try sheet.file.bytes(), as: UTF8.self),
        try #require(assets.all.first { $0.name == "assets/fonts/my.woff2" }?.path)
      )
    }
    let (one, two) = (try sheet("1"), try sheet("2"))
    #expect(one.text.contains("url(\"../\(one.font.dropFirst("assets/".count))#x\")"))
    #expect(one.text.contains("url(../logo.") && one.text.contains("url(data:x)"))
    #expect(one.font != two.font && one.path != two.path)
  }

  @Test func aFileThatIsMissingIsReportedAtItsPlace() throws {
    var log = Diagnostics()
    _ = try assets(
      theme: [
        "assets/a.css": "b {\n  c: url(fonts/my.wof2) url(/x.png) url(/y.png) }",
        "assets/fonts/my.woff2": "",
      ],
      statics: ["x.png"], into: &log)
    let found = log.sorted.map {
      "\($0.span.file.path):\($0.span.startPosition.line):\($0.span.startPosition.column) "
        + "\($0.rule.id) \($0.suggestion ?? "-")"
    }
    #expect(found == ["templates/assets/a.css:2:10 missing-file fonts/my.woff2"])
  }

  @Test func styleSheetsThatLoadEachOtherEnd() throws {
    var log = Diagnostics()
    let assets = try assets(
      theme: [
        "assets/a.css": "@import 'b.css';", "assets/b.css": "@import 'a.css';",
        "assets/c.css": "@import 'c.css';",
      ],
      into: &log)
    let paths = Set(assets.all.map { String($0.path.dropFirst("assets/".count)) })
    #expect(!log.hasErrors && paths.count == 3)
    for sheet in assets.all {
      let loaded = StyleSheet(try sheet.file.bytes()).references.map(\.address)
      #expect(loaded.allSatisfy(paths.contains), "\(sheet.name) loads \(loaded)")
    }
  }

  /// Names are truncated to what file systems allow.
  @Test func theLongestNameHasRoomForAFingerprint() throws {
    var log = Diagnostics()
    let name = "assets/v1/" + String(repeating: "ä", count: 125) + ".svg"
    let path = try #require(try assets(theme: [name: "x"], into: &log).all.first?.path)
    #expect(path.hasPrefix("assets/v1/ä") && path.hasSuffix(".svg"))
    #expect((250...255).contains(path.utf8.count - "assets/v1/".utf8.count))
  }

  @Test(arguments: [
    ("assets/site.css", "assets/site.", ".css"),
    ("assets/v1.2/LICENSE", "assets/v1.2/LICENSE.", ""),
    ("assets/.hidden", "assets/.hidden.", ""), ("assets/a.tar.gz", "assets/a.tar.", ".gz"),
  ])
  func theFingerprintStandsBeforeTheEnding(name: String, start: String, end: String) throws {
    var log = Diagnostics()
    let path = try #require(try assets(theme: [name: "x"], into: &log).all.first?.path)
    #expect(path.hasPrefix(start) && path.hasSuffix(end) && path.utf8.count == name.utf8.count + 17)
  }
}
