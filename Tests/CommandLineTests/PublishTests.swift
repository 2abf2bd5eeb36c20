import Foundation
import TestSites
import Testing

/// The commands `publish` and `rollback`, as their users run them.
@Suite struct PublishTests {
  private func site() throws -> Versus {
    let versus = try Versus()
    #expect(try versus.run("init", "-q", ".").code == 0)
    return versus
  }

  private func edit(_ versus: Versus, _ title: String) throws {
    let text = try versus.read("content/site.yaml").split(separator: "\n")
      .filter { !$0.hasPrefix("description:") }.joined(separator: "\n")
    try versus.write(text + "\ndescription: \(title)\n", to: "content/site.yaml")
  }

  @Test func theResultHasTheFieldsOfItsContract() throws {
    let versus = try site()
    let first = try versus.run("publish", "target", "--format", "json").object()
    #expect(
      Set(first.keys) == [
        "target", "release", "sent", "deleted", "unchanged", "bytes", "seconds",
      ])
    let files = try versus.files(in: "public").count { !$0.value.isEmpty }
    #expect(first["sent"] as? Int == files)
    try edit(versus, "Other words")
    let second = try versus.run("publish", "target", "--format", "json").object()
    let sent = try #require(second["sent"] as? Int)
    #expect(sent > 0 && sent < files && second["unchanged"] as? Int == files - sent)
    let back = try versus.run("rollback", "target", "--format", "json").object()
    #expect(back["release"] as? String == first["release"] as? String)
    #expect(Set(back.keys) == Set(first.keys))
    #expect(second["notified"] == nil)
  }

  @Test func nothingIsSentIfTheContentOrALinkIsWrong() throws {
    let versus = try site()
    #expect(try versus.run("publish", "target", "-q").code == 0)
    let before = try versus.files(in: "target")
    try versus.write("---\ntitle: Page\n---\n[x](/nowhere/)\n", to: "content/pages/page.md")
    let result = try versus.run("publish", "target")
    #expect(result.code == 1 && result.errors.contains("dead-link"))
    #expect(try versus.files(in: "target") == before)
  }

  @Test func limitsAndMistakesHaveTheirExitCodes() throws {
    let versus = try site()
    #expect(try versus.run("publish").code == 2)
    #expect(try versus.run("rollback", "target").code == 3)
    try versus.write("---\ntitle: Page\n---\nText.\n", to: "content/pages/page.md")
    #expect(try versus.run("publish", "target", "-q").code == 0)
    #expect(try versus.run("rollback", "target").code == 2)
    try versus.remove("content/pages/page.md")
    let refused = try versus.run("publish", "target", "--max-deletes", "0")
    #expect(refused.code == 4 && refused.errors.contains("--max-deletes"))
    #expect(try versus.run("publish", "public/inside").code == 2)
  }

  /// A site is not published among its own sources, and nothing is made there.
  @Test(arguments: [
    "content", "content/x", "templates/x", ".versus/x", ".", "new/../content/x", "..",
    "content/reports/2026-W20",
  ])
  func aTargetAmongTheSourcesIsRefused(target: String) throws {
    let versus = try site()
    let before = try FileManager.default.subpathsOfDirectory(atPath: versus.folder).sorted()
    let result = try versus.run("publish", target)
    #expect(result.code == 2 && result.errors.contains("the target '\(target)'"))
    #expect(try FileManager.default.subpathsOfDirectory(atPath: versus.folder).sorted() == before)
  }

  /// A disk without space, and a folder without permission: exit code 3, and nothing is lost.
  @Test func aMachineThatFailsLeavesTheOldRelease() throws {
    let versus = try site()
    #expect(try versus.run("publish", "/proc/none").code == 3)
    let result = try versus.run("publish", "/dev/null/x")
    #expect(result.code == 3 && result.errors.contains("cannot create"))
  }

  /// Readers see the old release or the new one whole, whenever the program is killed.
  @Test(arguments: 0..<10)
  func killedAtAnyMomentAReleaseIsWhole(moment: Int) throws {
    let versus = try site()
    #expect(try versus.run("publish", "target", "-q").code == 0)
    let old = try shown(versus)
    try edit(versus, "Other words \(moment)")
    #expect(try versus.run("build", "-q").code == 0)
    let new = try versus.files(in: "public").filter { !$0.value.isEmpty }
    _ = try Program.run(["publish", "target", "-q"], in: versus.folder) { process in
      usleep(UInt32(moment) * 30_000)
      kill(process.processIdentifier, SIGKILL)
    }
    let seen = try shown(versus)
    #expect(seen == old || seen == new, "moment \(moment)")
    #expect(try versus.run("publish", "target", "-q").code == 0)
    #expect(try shown(versus) == new)
    #expect(try versus.run("rollback", "target", "-q").code == 0)
    #expect(try shown(versus) == old)
  }

  private func shown(_ versus: Versus) throws -> [String: Data] {
    let link = try FileManager.default.destinationOfSymbolicLink(
      atPath: versus.folder + "/target/current")
    return try versus.files(in: "target/" + link).filter { !$0.value.isEmpty }
  }

  // MARK: rclone

  private static let rclone = FileManager.default.isExecutableFile(atPath: "/usr/bin/rclone")

  private func remote(_ versus: Versus) throws -> [String: String] {
    try versus.write(
      "[store]\ntype = alias\nremote = \(versus.folder)/store\n", to: "rclone.conf")
    try FileManager.default.createDirectory(
      atPath: versus.folder + "/store", withIntermediateDirectories: true)
    return ["RCLONE_CONFIG": versus.folder + "/rclone.conf"]
  }

  @Test func aRemoteGetsWhatChanged() throws {
    try #require(Self.rclone, "rclone is not installed; run 'Scripts/setup test'")
    let versus = try site()
    let variables = try remote(versus)
    func publish(_ more: String...) throws -> Program.Result {
      try versus.run(
        ["publish", "store:site", "--format", "json"] + more, environment: variables)
    }
    func sameAsSite() throws -> Bool {
      var there = try versus.files(in: "store/site")
      there[".versus-files"] = nil
      return try there == versus.files(in: "public")
    }
    try versus.write("---\ntitle: Page\n---\nText.\n", to: "content/pages/page.md")
    let dry = try publish("--dry-run")
    #expect(dry.code == 0 && !versus.exists("store/site"))
    let first = try publish()
    #expect(first.code == 0, "\(first.errors)")
    #expect(try sameAsSite())
    #expect(try publish().object()["sent"] as? Int == 0)
    try versus.remove("content/pages/page.md")
    #expect(try publish("--max-deletes", "0").code == 4)
    let second = try publish().object()
    #expect(second["deleted"] as? Int == 2)
    #expect(
      !versus.exists("store/site/page/index.html") && !versus.exists("store/site/page/index.md"))
    // Empty folders are no files.
    #expect(try sameFiles(versus))
  }

  private func sameFiles(_ versus: Versus) throws -> Bool {
    func files(_ folder: String) throws -> [String: Data] {
      try versus.files(in: folder).filter { !$0.value.isEmpty && $0.key != ".versus-files" }
    }
    return try files("store/site") == files("public")
  }

  /// The path of an rclone that fails after a number of calls.
  private func path(_ versus: Versus, failingAfter count: Int) throws -> [String: String] {
    let calls = versus.folder + "/calls"
    try versus.write(
      """
      #!/bin/sh
      echo >> \(calls)
      [ "$(wc -l < \(calls))" -le \(count) ] || exit 1
      exec /usr/bin/rclone "$@"
      """, to: "bin/rclone")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: versus.folder + "/bin/rclone")
    return ["PATH": versus.folder + "/bin:/usr/bin:/bin"]
  }

  /// What arrived in full parts is not sent again.
  @Test func aLongRunIsResumed() throws {
    try #require(Self.rclone, "rclone is not installed; run 'Scripts/setup test'")
    let versus = try site()
    let variables = try remote(versus)
    for number in 0..<1200 {
      try versus.write("\(number)", to: "content/static/\(number % 10)/\(number).txt")
    }
    // The list, assets and a part of the pages, each with a list.
    let failed = try versus.run(
      ["publish", "store:site", "-q"],
      environment: variables.merging(try path(versus, failingAfter: 6)) { $1 })
    #expect(failed.code == 3 && failed.errors.contains("the next 'versus publish' sends"))
    let files = try versus.files(in: "public").count { !$0.value.isEmpty }
    let next = try versus.run(
      ["publish", "store:site", "--format", "json"], environment: variables
    ).object()
    let sent = try #require(next["sent"] as? Int)
    #expect(sent > 0 && sent <= files - 500, "\(sent) of \(files)")
    #expect(try sameFiles(versus))
  }

  /// Whatever a run that failed had sent, the next one makes the remote equal to the site.
  @Test(arguments: 0..<6)
  func aRunThatFailedIsCompleted(moment: Int) throws {
    try #require(Self.rclone, "rclone is not installed; run 'Scripts/setup test'")
    let versus = try site()
    let variables = try remote(versus)
    #expect(try versus.run(["publish", "store:site", "-q"], environment: variables).code == 0)
    let before = try versus.read("content/site.yaml")
    try edit(versus, "Other words \(moment)")
    let failed = try versus.run(
      ["publish", "store:site", "-q"],
      environment: variables.merging(try path(versus, failingAfter: moment + 1)) { $1 })
    if moment < 4 { #expect(failed.code == 3) }
    // The site is as before again: what the run had sent has to be taken back.
    try versus.write(before, to: "content/site.yaml")
    #expect(try versus.run(["publish", "store:site", "-q"], environment: variables).code == 0)
    #expect(try sameFiles(versus))
  }

  /// A machine without releases of a remote says what to do instead, and a release that somebody
  /// changed is not sent.
  @Test func onlyWholeReleasesOfThisMachineAreSentAgain() throws {
    try #require(Self.rclone, "rclone is not installed; run 'Scripts/setup test'")
    let versus = try site()
    let variables = try remote(versus)
    let none = try versus.run(["rollback", "store:site"], environment: variables)
    #expect(none.code == 2 && none.errors.contains("--week"))
    for title in ["One", "Two"] {
      try edit(versus, title)
      #expect(try versus.run(["publish", "store:site", "-q"], environment: variables).code == 0)
    }
    let before = try versus.files(in: "store/site")
    let places = try FileManager.default.contentsOfDirectory(
      atPath: versus.folder + "/.versus/published")
    let release = ".versus/published/\(try #require(places.first))/releases/0001-2026-W14"
    let page = try versus.read(release + "/index.html")
    try versus.write(page + "x", to: release + "/index.html")
    let changed = try versus.run(["rollback", "store:site"], environment: variables)
    #expect(changed.code == 3 && changed.errors.contains("'index.html' is not as it was sent"))
    #expect(try versus.files(in: "store/site") == before)
    try versus.write(page, to: release + "/index.html")
    #expect(try versus.run(["rollback", "store:site", "-q"], environment: variables).code == 0)
    #expect(try versus.read("store/site/index.html") == page)
  }

  @Test func anUnknownRemoteSaysWhatIsWrong() throws {
    try #require(Self.rclone, "rclone is not installed; run 'Scripts/setup test'")
    let versus = try site()
    let result = try versus.run(
      ["publish", "nowhere:site", "-q"], environment: try remote(versus))
    #expect(result.code == 3 && result.errors.contains("set it up with 'rclone config'"))
    #expect(try versus.run("rollback", "nowhere:site").code == 2)
  }
}
