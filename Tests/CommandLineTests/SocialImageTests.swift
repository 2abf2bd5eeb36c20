import Drawing
import Foundation
import TestSites
import Testing

/// S-12: pictures of shared pages, drawn for each vendor and each pair where the site asks for it.
struct SocialImageTests {
  private func site(_ images: String) throws -> TestSite {
    let site = try TestSite()
    try site.write(
      "title: Base\nbaseURL: https://example.org/base/\nsocialImages: \(images)\n",
      to: "content/site.yaml")
    return site
  }

  private func build(
    _ site: TestSite, environment: [String: String] = [:]
  ) throws -> [String: Data] {
    let result = try Program.run(
      ["build", "-s", site.folder.path()], environment: environment)
    #expect(result.code == 0, "\(result.errors)")
    return try Versus.files(below: site.folder.appending(path: "public").path())
  }

  /// The paths of pictures that pages name, and that are PNG of 1200×630.
  private func pictures(_ files: [String: Data]) throws -> [String: String] {
    var found: [String: String] = [:]
    for (path, bytes) in files where path.hasSuffix("/index.html") {
      let page = String(decoding: bytes, as: UTF8.self)
      guard let match = page.firstMatch(of: #/og:image" content="https://example.org/base/(.*?)"/#)
      else { continue }
      let picture = String(match.1)
      let png = try #require(files[picture], "\(path) names \(picture)")
      #expect(png.prefix(8) == Data([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
      #expect(png.dropFirst(16).prefix(8) == Data([0, 0, 0x04, 0xb0, 0, 0, 0x02, 0x76]))
      #expect(page.contains(#"og:image:width" content="1200""#))
      #expect(page.contains(#"og:image:height" content="630""#))
      #expect(page.contains(#/og:image:alt" content="[^"]+"/#))
      found[path] = picture
    }
    return found
  }

  @Test func eachVendorHasItsPicture() throws {
    #expect(PNGDrawing.isAvailable, "Scripts/setup installs the library")
    let files = try build(try site("vendors"))
    let named = try pictures(files)
    #expect(named["vendors/alpha/index.html"] == "social/alpha.png")
    #expect(named["vendors/alpha/alternatives/index.html"] == "social/alpha.png")
    #expect(named["vendors/beta/index.html"] == "social/beta.png")
    #expect(files["social/alpha.png"] != files["social/beta.png"])
    #expect(named["compare/alpha-vs-beta/index.html"]?.hasPrefix("assets/social.") == true)
  }

  @Test func eachPairMayHaveOne() throws {
    let named = try pictures(try build(try site("pairs")))
    #expect(named["compare/alpha-vs-beta/index.html"] == "social/alpha-vs-beta.png")
    #expect(named["vendors/alpha/index.html"] == "social/alpha.png")
  }

  /// Only what a picture shows makes it anew, and the build after finds nothing to do.
  @Test func picturesAreKeptByTheirContent() throws {
    let site = try site("pairs")
    let before = try build(site)
    let report = try site.read(text: "content/reports/2026-W14/alpha.md")
    try site.write(
      report.replacing("speed: 200 ms", with: "speed: 900 ms"),
      to: "content/reports/2026-W14/alpha.md")
    let pages = try build(site)
    #expect(before["social/alpha.png"] == pages["social/alpha.png"])
    try site.write(
      report.replacing("ease: 7", with: "ease: 9"), to: "content/reports/2026-W14/alpha.md")
    let after = try build(site)
    #expect(before["social/alpha.png"] != after["social/alpha.png"])
    #expect(before["social/alpha-vs-beta.png"] != after["social/alpha-vs-beta.png"])
    #expect(before["social/beta.png"] == after["social/beta.png"])
    let check = try Program.run(["build", "--verify", "-s", site.folder.path()])
    #expect(check.code == 0, "\(check.output)\(check.errors)")
    let again = try Program.run(["build", "-s", site.folder.path(), "--format", "json"])
    #expect(try again.object()["written"] as? Int == 0)
  }

  /// A name of any letters makes a picture, not a broken one.
  @Test func namesAreText() throws {
    let site = try site("vendors")
    for name in ["</text><image href=\"/etc/passwd\"/>", "日本語 & العربية", "Ä\u{301}"] {
      try site.write(
        "---\nname: '\(name)'\nscores: { ease: 1 }\n---\n",
        to: "content/reports/2026-W14/alpha.md")
      #expect(try pictures(build(site))["vendors/alpha/index.html"] == "social/alpha.png")
    }
  }

  @Test(arguments: ["vendors", "pairs"])
  func aMachineThatCannotDrawIsToldWhatToInstall(images: String) throws {
    let site = try site(images)
    // A file that is no library stands for one that is missing.
    try site.write("", to: "lib/librsvg-2.so.2")
    let without = ["LD_LIBRARY_PATH": site.folder.appending(path: "lib").path()]
    let result = try Program.run(["build", "-s", site.folder.path()], environment: without)
    #expect(result.code == 3)
    #expect(result.errors.contains("librsvg2-2") && result.errors.contains("socialImages: none"))
    #expect(!FileManager.default.fileExists(atPath: site.folder.appending(path: "public").path()))
    let check = try Program.run(["check", "-s", site.folder.path()], environment: without)
    #expect(check.code == 0, "\(check.errors)")
    // Who asks for none, or for nothing, needs no library.
    for text in ["socialImages: none\n", ""] {
      try site.write(
        "title: Base\nbaseURL: https://example.org/base/\n" + text, to: "content/site.yaml")
      let files = try build(site, environment: without)
      #expect(files.keys.allSatisfy { !$0.hasPrefix("social/") })
    }
  }

  @Test func picturesOfPairsAreForSmallSites() throws {
    let site = try site("pairs")
    for index in 0..<141 {
      try site.write(
        "---\nname: V\(index)\nscores: { ease: 1 }\n---\n",
        to: "content/reports/2026-W14/v-\(index).md")
    }
    let result = try Program.run(["check", "-s", site.folder.path()])
    #expect(result.code == 1)
    #expect(result.errors.contains("10153 pictures") && result.errors.contains("too-many-images"))
  }
}
