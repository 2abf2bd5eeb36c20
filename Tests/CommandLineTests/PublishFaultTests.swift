import Foundation
import TestSites
import Testing

/// Whichever system call of `publish` or `rollback` fails, or is the last before a kill, readers
/// see the old release or the new one whole, and the next run completes what was asked for.
struct PublishFaultTests {
  private func shown(_ versus: Versus) throws -> [String: Data] {
    let link = try FileManager.default.destinationOfSymbolicLink(
      atPath: versus.folder + "/target/current")
    return try versus.files(in: "target/" + link)
  }

  /// A site with one release, which the next one is to replace. The site is built already, so that
  /// all faults are those of publishing.
  private func site() throws -> Versus {
    let versus = try RandomSite(seed: 7, vendors: 2).versus
    try #require(versus.run("publish", "target", "-q").code == 0)
    try versus.write(
      "---\nname: Ada 2\nscores: { speed: 3 }\n---\nNew.\n",
      to: "content/reports/2026-W14/ada.md")
    try #require(versus.run("build", "-q").code == 0)
    return versus
  }

  @Test(arguments: ["kill", "ENOSPC", "EDQUOT", "EROFS", "EIO", "inodes"])
  func readersSeeAWholeRelease(fault: String) throws {
    let versus = try site()
    let old = try shown(versus)
    try versus.keep(["target"])
    let publish = ["publish", "target", "-q"]
    let count = try Faults.count(versus, publish)
    let new = try shown(versus)
    #expect(old != new && count > 10)
    for number in Faults.sample(of: count, fault == "kill" ? 12 : 4) {
      try versus.restore(["target"])
      let failed = try versus.run(
        publish, environment: Faults.environment("\(fault):\(number)"))
      #expect(failed.code != 0 || fault != "kill", "\(fault):\(number)")
      let seen = try shown(versus)
      #expect(seen == old || seen == new, "\(fault):\(number)")
      #expect(try versus.run(publish).code == 0, "\(fault):\(number)")
      #expect(try shown(versus) == new, "\(fault):\(number)")
      let names = try FileManager.default.contentsOfDirectory(
        atPath: versus.folder + "/target/releases")
      #expect(!names.contains(".new"), "\(fault):\(number)")
    }
  }

  @Test(arguments: ["kill", "ENOSPC", "EROFS", "EIO"])
  func goingBackIsWhole(fault: String) throws {
    let versus = try site()
    let old = try shown(versus)
    try #require(versus.run("publish", "target", "-q").code == 0)
    let new = try shown(versus)
    try versus.keep(["target"])
    let rollback = ["rollback", "target", "0001-2026-W14", "-q"]
    let count = try Faults.count(versus, rollback)
    #expect(try shown(versus) == old)
    for number in 1...count {
      try versus.restore(["target"])
      _ = try versus.run(rollback, environment: Faults.environment("\(fault):\(number)"))
      let seen = try shown(versus)
      #expect(seen == old || seen == new, "\(fault):\(number)")
      // The release that is shown already is no release to go back to.
      #expect(try versus.run(rollback).code == (seen == old ? 2 : 0), "\(fault):\(number)")
      #expect(try shown(versus) == old, "\(fault):\(number)")
    }
  }
}
