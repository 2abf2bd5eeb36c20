import Foundation
import TestSites
import Testing

/// `build --output site.tar`: the files of a folder, in one archive that Debian's tar reads.
@Suite struct ArchiveTests {
  private func site() throws -> TestSite {
    let site = try TestSite()
    // Two of these are too long for the field that names a file.
    let long = String(repeating: "long-", count: 18)
    for slug in ["c", long + "a", long + "b"] {
      try site.write(
        "---\nname: \(slug.suffix(1))\nscores: { ease: 7 }\n---\n",
        to: "content/reports/2026-W14/\(slug).md")
    }
    try site.write("é", to: "content/static/assets/naïve.txt")
    try site.write(
      "x", to: "content/static/" + String(repeating: "deep/", count: 40) + "\(long)\(long).txt")
    try site.write("", to: "content/static/empty.txt")
    return site
  }

  /// Runs a line of the shell with the program as `versus`, in the folder of a site.
  private func shell(_ line: String, _ site: TestSite) throws -> Int32 {
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/bash")
    let versus = "versus() { '\(Program.binary.path())' \"$@\"; }"
    shell.arguments = ["-c", "export TZ=UTC; set -eo pipefail; \(versus); \(line)"]
    shell.currentDirectoryURL = site.folder
    shell.standardOutput = FileHandle.nullDevice
    try shell.run()
    shell.waitUntilExit()
    return shell.terminationStatus
  }

  @Test(arguments: ["", "--packed", "--shard 2/3"])
  func anArchiveHoldsTheFolder(options: String) throws {
    let site = try site()
    let code = try shell(
      """
      versus build -q \(options)
      versus build -q \(options) -o site.tar --jobs 1
      versus build -q \(options) -o - --jobs 4 | cmp - site.tar
      mkdir unpacked && tar -xf site.tar -C unpacked
      tar -tvf site.tar --numeric-owner | (! grep -v '^-rw-r--r-- 0/0 .* 1970-01-01 00:00 ')
      tar -xf site.tar --to-stdout >/dev/null
      """, site)
    #expect(code == 0)
    let folder = try Versus.files(below: site.folder.appending(path: "public").path())
    let unpacked = try Versus.files(below: site.folder.appending(path: "unpacked").path())
    #expect(folder.keys.sorted() == unpacked.keys.sorted())
    for (name, bytes) in folder { #expect(unpacked[name] == bytes, "\(name)") }
    #expect(folder.count > 2)
  }

  @Test func whatNeedsAFolderIsRefused() throws {
    let site = try site()
    for option in ["--verify", "--precompress"] {
      let run = try Program.run(["build", option, "-o", "x.tar"], in: site.folder.path())
      #expect(run.code == 2 && run.errors.contains("'\(option)' needs a folder"), "\(run.errors)")
    }
    let inside = try Program.run(["build", "-o", "content/x.tar"], in: site.folder.path())
    #expect(inside.code == 2 && inside.errors.contains("is inside the content"))
  }

  /// What is wrong with the content is said before anything is written.
  @Test func nothingIsWrittenForAWrongSite() throws {
    let site = try site()
    try site.write("kept", to: "site.tar")
    try site.write("title: [", to: "content/site.yaml")
    let run = try Program.run(["build", "-o", "site.tar"], in: site.folder.path())
    #expect(run.code == 1)
    #expect(try site.read(text: "site.tar") == "kept")
  }

  /// A reader that leaves, or a full disk, is a failure.
  @Test func aBrokenPipeIsAFailure() throws {
    let site = try site()
    #expect(try shell("versus build -q -o - > /dev/full 2> /dev/null", site) == 3)
  }
}
