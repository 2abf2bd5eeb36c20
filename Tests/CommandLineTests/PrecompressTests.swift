import Foundation
import TestSites
import Testing

/// `build --precompress`: compressed copies beside texts.
@Suite struct PrecompressTests {
  private static let programs = [
    ".gz": "/usr/bin/gzip", ".br": "/usr/bin/brotli", ".zst": "/usr/bin/zstd",
  ]

  private func site() throws -> Versus {
    let versus = try Versus()
    #expect(try versus.run("init").code == 0)
    let build = try versus.run("build", "--precompress")
    #expect(build.code == 0, "\(build.errors)")
    return versus
  }

  private func copies(_ files: [String: Data]) -> [String] {
    files.keys.filter { name in Self.programs.keys.contains { name.hasSuffix($0) } }.sorted()
  }

  /// Reads the copies by the other programs of their formats, and compares them with their files.
  private func expectCopiesHoldTheirFiles(
    _ versus: Versus, _ files: [String: Data], _ note: String = ""
  ) throws {
    for name in copies(files) {
      let (suffix, program) = try #require(Self.programs.first { name.hasSuffix($0.key) })
      let plain = String(name.dropLast(suffix.count))
      let process = Process()
      let output = Pipe()
      process.executableURL = URL(filePath: program)
      process.arguments = ["-dc", "\(versus.folder)/public/\(name)"]
      process.standardOutput = output
      try process.run()
      let read = try #require(try output.fileHandleForReading.readToEnd())
      process.waitUntilExit()
      #expect(read == files[plain], "\(name) \(note)")
      let sizes = (files[name]?.count ?? 0, files[plain]?.count ?? 0)
      #expect(sizes.0 < sizes.1, "\(name) \(note)")
    }
  }

  @Test func copiesHoldTheFile() throws {
    let versus = try site()
    let files = try versus.files(in: "public")
    let copies = copies(files)
    #expect(copies.contains("index.html.br") && copies.contains("vendors/quill/index.md.zst"))
    try expectCopiesHoldTheirFiles(versus, files)
    // Every page has all three.
    for page in files.keys where page.hasSuffix(".html") && (files[page]?.count ?? 0) >= 1024 {
      for suffix in Self.programs.keys { #expect(files[page + suffix] != nil, "\(page)\(suffix)") }
    }
    #expect(!copies.contains { $0.hasPrefix("social") || $0.contains(".png.") })
  }

  @Test func onlyWhatChangedIsCompressed() throws {
    let versus = try site()
    func made() throws -> [String: Date] {
      let names = try copies(versus.files(in: "public"))
      return Dictionary(
        uniqueKeysWithValues: names.map { name in
          let path = "\(versus.folder)/public/\(name)"
          // The time of the name in its folder cannot be set, unlike that of the content.
          var status = stat()
          #expect(unsafe stat(path, &status) == 0)
          let seconds = Double(status.st_ctim.tv_sec) + Double(status.st_ctim.tv_nsec) / 1e9
          return (name, Date(timeIntervalSince1970: seconds))
        })
    }
    let before = try made()
    #expect(try versus.run("build", "--precompress").code == 0)
    #expect(try made() == before)
    let path = "content/reports/2026-W13/quill.md"
    let report = try versus.read(path)
    try versus.write(report + "\nMore.\n", to: path)
    #expect(try versus.run("build", "--precompress").code == 0)
    let after = try made()
    let changed = Set(after.filter { before[$0.key] != $0.value }.keys)
    #expect(!changed.isEmpty && changed.count < after.count / 2, "\(changed.sorted())")
    // The result is that of a build from nothing.
    #expect(try versus.run("build", "--precompress", "-o", "fresh").code == 0)
    #expect(try versus.files(in: "fresh") == versus.files(in: "public"))
  }

  /// Servers send a copy whatever its age, so none may be of an older file, whenever a build is
  /// killed; with `--precompress` or without it.
  @Test(arguments: ["--precompress", "--no-copies"])
  func aKilledBuildLeavesNoOldCopies(option: String) throws {
    let versus = try site()
    try versus.write("---\ntitle: Page\n---\nText.\n", to: "content/pages/page.md")
    #expect(try versus.run("build", "--precompress", "-q").code == 0)
    let path = "content/reports/2026-W13/quill.md"
    try versus.write(try versus.read(path) + "\nMore.\n", to: path)
    try versus.remove("content/pages/page.md")
    try versus.keep(["public", ".versus"])
    let build = ["build", "-q"] + (option == "--precompress" ? [option] : [])
    let count = try Faults.count(versus, build)
    for number in Faults.sample(of: count, 12) {
      try versus.restore(["public", ".versus"])
      let killed = try versus.run(build, environment: Faults.environment("kill:\(number)"))
      #expect(killed.code != 0, "kill:\(number)")
      let files = try versus.files(in: "public")
      try expectCopiesHoldTheirFiles(versus, files, "kill:\(number)")
      #expect(try versus.run("build", "-q").code == 0, "kill:\(number)")
      #expect(try copies(versus.files(in: "public")).isEmpty, "kill:\(number)")
    }
  }

  @Test func outdatedCopiesGo() throws {
    let versus = try site()
    try versus.remove("content/reports/2026-W13/quill.md")
    #expect(try versus.run("build", "--precompress").code == 0)
    #expect(!versus.exists("public/vendors/quill"))
    #expect(try versus.run("build").code == 0)
    let files = try versus.files(in: "public")
    #expect(copies(files).isEmpty)
    #expect(try versus.run("build", "-o", "fresh").code == 0)
    #expect(try versus.files(in: "fresh") == files)
  }

  /// A copy that the publisher made of a file that is no text is not touched.
  @Test func otherFilesStay() throws {
    let versus = try Versus()
    #expect(try versus.run("init").code == 0)
    try versus.write("x", to: "content/static/archive.tar.gz")
    #expect(try versus.run("build", "--precompress").code == 0)
    #expect(try versus.run("build").code == 0)
    #expect(try versus.read("public/archive.tar.gz") == "x")
  }
}
