import Foundation
import TestSites
import Testing

/// `search: true` in `site.yaml`: the index that Pagefind makes, and what is left without it.
@Suite struct SearchTests {
  private let versus: Versus

  init() throws {
    versus = try Versus()
    #expect(try versus.run("init").code == 0)
    try write(search: true)
  }

  private func write(search: Bool, _ more: String = "") throws {
    let text = try versus.read("content/site.yaml").split(separator: "\n")
      .filter { !$0.hasPrefix("search:") && !$0.hasPrefix("host:") }.joined(separator: "\n")
    try versus.write(text + "\nsearch: \(search)\n\(more)", to: "content/site.yaml")
  }

  /// A folder with a program that stands for Pagefind: its index is the list of the pages it got,
  /// and every index that it makes adds a line to `runs`.
  private func program() throws -> [String: String] {
    try versus.write(
      """
      #!/bin/sh
      [ "$1" = --version ] && exit 0
      [ -e "$0.broken" ] && { echo "no room" >&2; exit 7; }
      [ -e "$0.interrupts" ] && { kill -INT $PPID; exec sleep 20; }
      while [ $# -gt 0 ]; do
        case $1 in
          --site) site=$2 ;;
          --output-path) index=$2 ;;
        esac
        shift
      done
      mkdir -p "$index"
      (cd "$site" && find . -type f | sort) > "$index/pagefind.js"
      echo theirs > "$index/pagefind-ui.js"
      echo run >> "$0.runs"

      """, to: "bin/pagefind")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(versus.folder)/bin/pagefind")
    return ["PATH": "\(versus.folder)/bin:/usr/bin:/bin"]
  }

  private var runs: Int { (try? versus.read("bin/pagefind.runs").count / 4) ?? 0 }

  @Test func aMachineWithoutPagefindIsToldWhatToInstall() throws {
    // Neither the program nor the module of Python is in an empty folder.
    try versus.write("", to: "empty/none")
    let without = ["PATH": "\(versus.folder)/empty"]
    let build = try versus.run("build", environment: without)
    #expect(build.code == 0)
    #expect(build.errors.contains("warning") && build.errors.contains("pagefind[bin]"))
    #expect(versus.exists("public/search/index.html") && !versus.exists("public/pagefind"))
    #expect(try versus.run("build", "--quiet", environment: without).errors.isEmpty)
    try write(search: false)
    #expect(try versus.run("build", environment: without).errors.isEmpty)
  }

  @Test func theIndexHoldsWhatReadersRead() throws {
    let build = try versus.run("build", environment: try program())
    #expect(build.code == 0 && build.errors.isEmpty, "\(build.errors)")
    let pages = try versus.read("public/pagefind/pagefind.js").split(separator: "\n")
    #expect(pages.contains("./vendors/quill/index.html"))
    #expect(pages.allSatisfy { $0.hasPrefix("./vendors/") && !$0.contains("-W") })
    #expect(!versus.exists("public/pagefind/pagefind-ui.js"))
    #expect(!versus.exists("public/.versus-new"))
    #expect(try versus.read("public/vendors/quill/index.html").contains("data-pagefind-body"))
    #expect(!(try versus.read("public/index.html")).contains("data-pagefind-body"))
    #expect(try versus.read("public/index.html").contains("href=\"/search/\""))
  }

  @Test func theIndexIsMadeWhenTheSiteChanges() throws {
    let with = try program()
    for _ in 0..<2 { #expect(try versus.run("build", environment: with).code == 0) }
    #expect(runs == 1)
    #expect(try versus.run("build", "--verify", environment: with).code == 0)
    try write(search: true, "host: cloudflare\n")
    #expect(try versus.run("build", environment: with).code == 0)
    #expect(runs == 2)
    let policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; base-uri 'none'"
    #expect(try versus.read("public/_headers").contains(policy))
    #expect(try versus.run("build", "--force", environment: with).code == 0)
    #expect(runs == 3)
    // An index that is gone is made again.
    try versus.remove("public/pagefind")
    #expect(try versus.run("build", environment: with).code == 0)
    #expect(runs == 4)
  }

  @Test func theIndexGoesWithTheSearch() throws {
    let with = try program()
    #expect(try versus.run("build", environment: with).code == 0)
    try write(search: false)
    #expect(try versus.run("build", environment: with).code == 0)
    #expect(!versus.exists("public/pagefind") && !versus.exists("public/.versus-search"))
    #expect(!versus.exists("public/search"))
    #expect(!(try versus.read("public/index.html")).contains("/search/"))
  }

  @Test func anIndexOfSomebodyElseStays() throws {
    let with = try program()
    try versus.write("mine", to: "public/pagefind/pagefind.js")
    let build = try versus.run("build", environment: with)
    #expect(build.code != 0 && build.errors.contains("was not written by versus"))
    try write(search: false)
    #expect(try versus.run("build", environment: with).code == 0)
    #expect(try versus.read("public/pagefind/pagefind.js") == "mine")
    try write(search: true)
    #expect(try versus.run("build", "--force", environment: with).code == 0)
    #expect(try versus.read("public/pagefind/pagefind.js") != "mine")
  }

  @Test func aFailureIsToldInTheProgramsWords() throws {
    let with = try program()
    #expect(try versus.run("build", environment: with).code == 0)
    let before = try versus.read("public/pagefind/pagefind.js")
    try versus.write("", to: "bin/pagefind.broken")
    let build = try versus.run("build", "--force", environment: with)
    #expect(build.code == 3)
    #expect(build.errors.contains("code 7") && build.errors.contains("no room"))
    #expect(try versus.read("public/pagefind/pagefind.js") == before)
    #expect(!versus.exists("public/.versus-new"))
  }

  @Test func anInterruptEndsTheProgram() throws {
    let with = try program()
    try versus.write("", to: "bin/pagefind.interrupts")
    let start = ContinuousClock.now
    #expect(try versus.run("build", environment: with).code == 130)
    #expect(ContinuousClock.now - start < .seconds(15))
    #expect(!versus.exists("public/pagefind") && versus.exists("public/index.html"))
  }

  @Test func filesOfThePublisherAreNotMixedWithTheIndex() throws {
    try versus.write("mine", to: "content/static/pagefind/extra.txt")
    let check = try versus.run("check")
    #expect(check.code == 1 && check.errors.contains("route-collision"))
    try write(search: false)
    #expect(try versus.run("check").code == 0)
  }
}
