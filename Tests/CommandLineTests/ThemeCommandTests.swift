import Foundation
import TestSites
import Testing

@testable import versus

/// `versus theme` shows the built-in files, and copies them so that updates are not missed.
@Suite struct ThemeCommandTests {
  private static let base = "templates/base.html"

  /// A site with a copy of the frame that an earlier version of versus had, changed in two places.
  private func siteWithOldCopy() throws -> Versus {
    let versus = try starter()
    let new = try versus.run("theme", "show", "base.html").output
    let old = new.replacing("<!doctype html>", with: "<!DOCTYPE html>")
      .replacing("</html>\n", with: "</html>")
    #expect(old != new)
    try versus.write(old, to: "templates/.built-in/0.1.9/base.html")
    try versus.write(old.replacing("<main", with: "<main class=\"own\""), to: Self.base)
    return versus
  }

  private func starter() throws -> Versus {
    let versus = try Versus()
    #expect(try versus.run("init").code == 0)
    return versus
  }

  @Test func everyFileSaysWhatItIsFor() throws {
    let listed = try Versus().run("theme", "list", "--format", "json").object()
    let files = try #require(listed["files"] as? [[String: Any]])
    let names = try TestSite.themeFiles().map(\.path).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    #expect(files.compactMap { $0["path"] as? String } == names)
    for file in files {
      let purpose = try #require(file["purpose"] as? String)
      #expect(purpose.hasSuffix(".") && purpose.count > 10, "\(file)")
      #expect(purpose.first?.isUppercase == true && !purpose.contains("\n"), "\(file)")
    }
  }

  /// A partial names each of the values that it takes.
  @Test func partialsNameTheirValues() throws {
    let text = try Versus().run("theme", "list").output
    #expect(text.contains("Takes comparison, left, right.\n"), "\(text)")
    for file in BuiltInFile.all where file.path == "partials/group.html" {
      #expect(file.purpose == "A group of criteria on a comparison.")
      #expect(file.values.map(\.name) == ["group", "left", "right"])
    }
    for file in BuiltInFile.all where file.path == "home.html" {
      #expect(file.values.contains { $0.name == "categories" && !$0.meaning.isEmpty })
    }
  }

  @Test func aFileIsShownAsItIs() throws {
    let versus = try Versus()
    let file = TestSite.root.appending(path: "templates/partials/verdict.html")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(try versus.run("theme", "show", "partials/verdict.html").output == text)
    #expect(try versus.run("theme", "show", "templates/partials/verdict.html").output == text)
    let wrong = try versus.run("theme", "show", "partials/verdikt.html")
    #expect(wrong.code == 2 && wrong.errors.contains("did you mean 'partials/verdict.html'?"))
    #expect(try versus.run("theme", "show", "assets/social.png").code == 2)
  }

  /// Copies change nothing by themselves: the site has the same bytes.
  @Test func anExportOfAllFilesIsTheSameSite() throws {
    let versus = try starter()
    #expect(try versus.run("build").code == 0)
    let before = try versus.files(in: "public")
    let exported = try versus.run("theme", "export", "--all")
    #expect(exported.code == 0 && exported.errors.isEmpty, "\(exported.errors)")
    #expect(exported.output.split(separator: "\n").count == BuiltInFile.all.count)
    let check = try versus.run("check", "--strict")
    #expect(check.code == 0, "\(check.errors)")
    #expect(try versus.run("build", "--force").code == 0)
    #expect(try versus.files(in: "public") == before)
    let states = try versus.run("theme", "diff", "--format", "json").object()["files"]
    for file in try #require(states as? [[String: Any]]) {
      #expect(file["state"] as? String == "same", "\(file)")
    }
  }

  @Test func nothingIsOverwritten() throws {
    let versus = try starter()
    try versus.write("own", to: Self.base)
    let refused = try versus.run("theme", "export", "author.html", "base.html")
    #expect(refused.code == 2 && refused.errors.contains("'\(Self.base)' is already there"))
    #expect(!versus.exists("templates/author.html") && !versus.exists("templates/.built-in"))
    let all = try versus.run("theme", "export", "--all")
    #expect(all.code == 0 && all.errors == "kept \(Self.base)\n")
    #expect(try versus.read(Self.base) == "own" && versus.exists("templates/author.html"))
  }

  @Test(arguments: [
    ["export"], ["export", "--all", "base.html"], ["export", "x"], ["show"],
    ["list", "--all"], ["export", "--keep", "base.html"],
  ])
  func wrongCommandLines(_ arguments: [String]) throws {
    let versus = try starter()
    #expect(try versus.run(["theme"] + arguments).code == 2)
    #expect(!versus.exists("templates"))
  }

  /// The origin tells an old copy from a changed one; the output is a patch.
  @Test func anOldCopyIsNamedWithWhatChanged() throws {
    let versus = try siteWithOldCopy()
    try versus.write("changed", to: "templates/author.html")
    let text = try versus.run("theme", "diff").output
    #expect(text.hasPrefix("templates/author.html: unknown origin"), "\(text)")
    #expect(text.contains("\(Self.base): older than the built-in file, copied from 0.1.9\n"))
    #expect(text.contains("\n-<!DOCTYPE html>\n+<!doctype html>\n"), "\(text)")
    #expect(!text.contains("class=\"own\""))
    try versus.write(text, to: "changes.patch")
    #expect(try patch(versus) == 0)
    let new = try versus.run("theme", "show", "base.html").output
    #expect(try versus.read(Self.base) == new.replacing("<main", with: "<main class=\"own\""))
    #expect(try versus.run("theme", "export", "--keep", "base.html").code == 0)
    let files = try versus.run("theme", "diff", "--format", "json").object()["files"]
    let states = try #require(files as? [[String: Any]]).map { $0["state"] as? String }
    #expect(states == ["unknown", "current"])
  }

  private func patch(_ versus: Versus) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/patch")
    process.arguments = ["-p1", "-s", "-i", "changes.patch"]
    process.currentDirectoryURL = URL(filePath: versus.folder)
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Texts stack key by key, so that a file of a few texts is not an old copy.
  @Test func textsOfTheSiteLackNothing() throws {
    let versus = try starter()
    try versus.write("changes: News\n", to: "templates/strings/en.yaml")
    let result = try versus.run("theme", "diff")
    #expect(result.code == 0 && result.output.isEmpty)
  }
}
