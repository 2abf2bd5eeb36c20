import Foundation
import TestSites
import Testing

/// Whatever is in the place of a file, the program reports it and continues or ends; the program
/// never blocks on it, and reads and writes nothing elsewhere.
struct UntrustedFileTests {
  private func run(_ versus: Versus, _ arguments: String...) throws -> Program.Result {
    let start = ContinuousClock.now
    let result = try Program.run(arguments, in: versus.folder) { process in
      // A process that blocks is killed, so that its test fails and the others continue.
      DispatchQueue.global().asyncAfter(deadline: .now() + 60) { [process] in process.terminate() }
    }
    #expect(ContinuousClock.now - start < .seconds(50), "\(arguments)")
    return result
  }

  private func replaceByPipe(_ path: String, in versus: Versus) throws {
    if versus.exists(path) { try versus.remove(path) }
    let isMade = unsafe mkfifo("\(versus.folder)/\(path)", 0o644) == 0
    #expect(isMade)
  }

  @Test(arguments: [
    ("content/reports/2026-W14/ada.md", 1), ("content/assets/logo.svg", 1),
    ("templates/partials/x.html", 1), ("public/index.html", 3),
    ("public/compare/ada-vs-bob/index.html", 0), (".versus/manifest", 3),
  ])
  func aPipeIsNeverWaitedFor(path: String, code: Int32) throws {
    let versus = try RandomSite(seed: 1).versus
    for folder in ["content/assets", "templates/partials"] {
      try versus.write("", to: folder + "/.keep")
    }
    #expect(try versus.run("build").code == 0)
    let manifests = try FileManager.default.contentsOfDirectory(atPath: versus.folder + "/.versus")
    let manifest = try #require(manifests.first { $0.hasPrefix("manifest") })
    try replaceByPipe(path == ".versus/manifest" ? ".versus/" + manifest : path, in: versus)
    let build = try run(versus, "build")
    #expect(build.code == code, "\(build.errors)")
    let isNamed = ["a pipe", "not a regular file"].contains { build.errors.contains($0) }
    #expect(isNamed == (code != 0), "\(build.errors)")
    if path.hasPrefix("public") { #expect(try run(versus, "build", "--force").code == 0) }
  }

  @Test func aPipeIsNoTable() throws {
    let versus = try RandomSite(seed: 1).versus
    try replaceByPipe("table.csv", in: versus)
    let found = try run(versus, "import", "table.csv", "--week", "2026-W15")
    #expect(found.code == 3 && found.errors.contains("not a regular file"))
  }

  /// A file that says it has 20 GB is not read, whatever it is for.
  @Test(arguments: [
    ("content/site.yaml", 1), ("content/reports/2026-W14/ada.md", 1), ("content/pages/x.md", 1),
    ("content/snapshots/2026-W14.yaml", 1), ("content/corrections.yaml", 1),
    ("templates/vendor.html", 1), ("templates/partials/x.html", 1), ("templates/theme.yaml", 1),
    ("templates/strings/en.yaml", 1), (".versus/manifest", 0),
  ])
  func aHugeFileIsNotRead(path: String, code: Int32) throws {
    let versus = try RandomSite(seed: 1).versus
    #expect(try versus.run("build").code == 0)
    let manifests = try FileManager.default.contentsOfDirectory(atPath: versus.folder + "/.versus")
    let manifest = try #require(manifests.first { $0.hasPrefix("manifest") })
    let file = path == ".versus/manifest" ? ".versus/" + manifest : path
    try versus.write("", to: file)
    let isHuge = unsafe truncate("\(versus.folder)/\(file)", 20 << 30) == 0
    try #require(isHuge)
    for command in ["check", "build"] {
      let result = try run(versus, command)
      #expect(result.code == code, "\(command): \(result.errors)")
      #expect(code == 0 || result.errors.contains("\(path):1:1: error:"), "\(result.errors)")
    }
  }

  /// A device behind a link, in place of what builds keep.
  @Test func aDeviceInPlaceOfStateIsNotRead() throws {
    let versus = try RandomSite(seed: 1).versus
    #expect(try versus.run("build").code == 0)
    let before = try versus.files(in: "public")
    for name in try FileManager.default.contentsOfDirectory(atPath: versus.folder + "/.versus") {
      try versus.remove(".versus/" + name)
      try FileManager.default.createSymbolicLink(
        atPath: "\(versus.folder)/.versus/\(name)", withDestinationPath: "/dev/zero")
    }
    let build = try run(versus, "build", "--force")
    #expect([0, 3].contains(build.code), "\(build.errors)")
    #expect(try versus.files(in: "public") == before)
  }

  @Test(arguments: ["table.csv", "mapping.yaml"])
  func aHugeTableIsRefused(path: String) throws {
    let versus = try RandomSite(seed: 1).versus
    try versus.write("name,speed\nAda,1\n", to: "table.csv")
    try versus.write("vendor: name\ncolumns: { speed: scores.speed }\n", to: "mapping.yaml")
    let isHuge = unsafe truncate("\(versus.folder)/\(path)", 20 << 30) == 0
    try #require(isHuge)
    let found = try run(
      versus, "import", "table.csv", "--week", "2026-W15", "--mapping", "mapping.yaml")
    #expect(found.code == 2 && found.errors.contains("larger than 16 MB"), "\(found.errors)")
  }

  @Test(arguments: ["templates/partials/x.html", "content/pages/x.md", "content/reports/2026-W15"])
  func aLinkOutIsNamed(path: String) throws {
    let versus = try RandomSite(seed: 1).versus
    let outside = try Versus()
    try outside.write("---\nname: Ada\n---\n", to: "there/ada.md")
    try versus.write("", to: (path as NSString).deletingLastPathComponent + "/.keep")
    let target = path.hasSuffix("W15") ? "/there" : "/there/ada.md"
    try FileManager.default.createSymbolicLink(
      atPath: "\(versus.folder)/\(path)", withDestinationPath: outside.folder + target)
    let check = try versus.run("check")
    #expect(check.code == 1 && check.errors.contains("\(path):1:1: error: this link leads out"))
  }

  @Test func aWeekThatIsALinkIsNamed() throws {
    let versus = try RandomSite(seed: 1).versus
    try FileManager.default.createSymbolicLink(
      atPath: versus.folder + "/content/reports/2026-W15", withDestinationPath: "2026-W14")
    let check = try versus.run("check")
    #expect(check.code == 0 && check.errors.contains("content/reports/2026-W15:1:1: warning"))
    #expect(check.errors.contains("[repeated-folder]"))
  }

  @Test(arguments: [
    "templates", "templates/x", ".versus", ".versus/x", "content/reports/2026-W15",
    "new/../content/x", ".",
  ])
  func noSiteIsWrittenAmongItsSources(output: String) throws {
    let versus = try RandomSite(seed: 1).versus
    let before = try FileManager.default.subpathsOfDirectory(atPath: versus.folder).sorted()
    let build = try versus.run("build", "-o", output)
    #expect(build.code == 2, "\(build.errors)")
    let after = try FileManager.default.subpathsOfDirectory(atPath: versus.folder).sorted()
    #expect(after == before)
  }

  /// A file in the place of a folder, and the reverse.
  @Test func forceReplacesWhatIsInTheWay() throws {
    let versus = try RandomSite(seed: 1).versus
    #expect(try versus.run("build").code == 0)
    let before = try versus.files(in: "public")
    try versus.remove("public/compare")
    try versus.write("x", to: "public/compare")
    try versus.remove("public/index.html")
    try versus.write("x", to: "public/index.html/inner/x")
    #expect(try versus.run("build").code == 3)
    #expect(try versus.run("build", "--force").code == 0)
    #expect(try versus.files(in: "public") == before)
  }

  /// The state and the output do not match, because one of them was restored from a backup.
  @Test func stateOfAnotherBuildIsNoticed() throws {
    let versus = try RandomSite(seed: 1).versus
    func copy(_ from: String, _ to: String) throws {
      if versus.exists(to) { try versus.remove(to) }
      try FileManager.default.copyItem(
        atPath: "\(versus.folder)/\(from)", toPath: "\(versus.folder)/\(to)")
    }
    #expect(try versus.run("build").code == 0)
    let before = try versus.files(in: "public")
    for name in [".versus", "content"] { try copy(name, "kept-" + name) }
    try versus.write(
      "---\nname: Ada 2\nscores: { speed: 3 }\n---\n", to: "content/reports/2026-W14/ada.md")
    #expect(try versus.run("build").code == 0)
    #expect(try versus.files(in: "public") != before)
    for name in [".versus", "content"] { try copy("kept-" + name, name) }
    #expect(try versus.run("build").code == 0)
    #expect(try versus.files(in: "public") == before)
  }

  /// The longest possible file name.
  @Test(arguments: [200, 251])
  func namesOfAnyLengthAreCopied(length: Int) throws {
    let versus = try RandomSite(seed: 1).versus
    let name = String(repeating: "a", count: length) + ".svg"
    for text in ["one", "another"] {
      try versus.write("", to: "content/static/.keep")
      #expect(
        FileManager.default.createFile(
          atPath: "\(versus.folder)/content/static/\(name)", contents: Data(text.utf8)))
      #expect(try versus.run("check").code == 0)
      #expect(try versus.run("build").code == 0)
      #expect(try versus.read("public/\(name)") == text)
    }
  }

  /// A file that alternates with a link to the outside is copied as a file, or not at all.
  @Test func whatALinkLeadsToIsNeverPublished() throws {
    let versus = try RandomSite(seed: 1).versus
    let secret = try Versus()
    try secret.write("secret", to: "x.txt")
    try versus.write("public", to: "content/static/x.txt")
    let asset = versus.folder + "/content/static/x.txt"
    let hasEnded = DispatchSemaphore(value: 0)
    let (new, outside) = (versus.folder + "/new", secret.folder + "/x.txt")
    let flipper = Thread {
      var isLink = false
      while hasEnded.wait(timeout: .now()) == .timedOut {
        isLink.toggle()
        if isLink {
          _ = unsafe symlink(outside, new)
        } else {
          _ = FileManager.default.createFile(atPath: new, contents: Data("public".utf8))
        }
        _ = unsafe rename(new, asset)
      }
    }
    flipper.start()
    defer { hasEnded.signal() }
    for _ in 0..<10 {
      _ = try versus.run("build", "--force")
      if versus.exists("public/x.txt") {
        #expect(try versus.read("public/x.txt") == "public")
      }
    }
  }
}
