import Foundation
import TestSites
import Testing

/// Whichever system call fails, or is the last before a kill, the next build restores the output of
/// a clean build.
struct FaultTests {
  private static let faults = ["kill", "ENOSPC", "EDQUOT", "EROFS", "EIO", "inodes", "keeps"]

  /// What the output folder holds before the failing build, and what that build is.
  enum Start: String, CaseIterable {
    case nothing, edited, shard
    /// Packed pages that are edited, and ordinary pages that packed ones replace.
    case packed, packing
    /// Pages that get compressed copies beside them.
    case compressed

    /// The arguments of the build that fails.
    var failing: [String] { self == .shard ? ["build", "--shard", "1/2"] : next }

    /// The arguments of the build that repairs.
    var next: [String] {
      switch self {
      case .nothing, .edited, .shard: ["build"]
      case .packed, .packing: ["build", "--packed"]
      case .compressed: ["build", "--precompress"]
      }
    }

    /// The arguments of the build before; nil if there was none.
    var before: [String]? {
      switch self {
      case .nothing: nil
      case .edited, .shard, .packing, .compressed: ["build"]
      case .packed: next
      }
    }
  }

  /// A site of few files, because a complete run builds it for each of them, and each fault.
  private func site() throws -> RandomSite {
    var site = try RandomSite(seed: 7, vendors: 2)
    _ = try site.edit()
    return site
  }

  /// All faults from all starts under `make faults`; else each start with some faults.
  private static let cases = faults.flatMap { fault in
    Start.allCases.filter {
      Faults.areComplete || ["kill", "keeps"].contains(fault)
        || [.nothing, .edited, .shard].contains($0)
    }.map { (fault, $0) }
  }

  @Test(arguments: cases)
  func theNextBuildRepairs(fault: String, start: Start) throws {
    let versus = try site().versus
    if let before = start.before {
      try #require(versus.run(before).code == 0)
      try versus.write(
        "---\nname: Ada 2\nscores: { speed: 3 }\n---\nNew.\n",
        to: "content/reports/2026-W14/ada.md")
      try versus.write(
        "---\nname: New\nscores: { speed: 4 }\n---\nNew.\n",
        to: "content/reports/2026-W14/new.md")
    }
    try #require(versus.run(start.next + ["-o", "clean"]).code == 0)
    let clean = try versus.files(in: "clean")
    try versus.keep(["public", ".versus"])
    let count = try Faults.count(versus, start.failing)
    for number in Faults.sample(of: count, fault == "kill" ? 6 : 1) {
      // A lasting fault, as on a full disk, or a fault of one call only.
      let isLasting = fault != "kill" && number % 2 == 0
      try versus.restore(["public", ".versus"])
      let failed = try versus.run(
        start.failing,
        environment: Faults.environment("\(fault):\(number)\(isLasting ? "+" : "")"))
      if versus.exists("public") {
        expectWholePages(try versus.files(in: "public"), "\(fault):\(number)")
      }
      #expect(fault != "kill" || failed.code == SIGKILL)
      let repaired = try versus.run(start.next)
      #expect(repaired.code == 0, "\(fault):\(number): \(repaired.errors)")
      #expect(try versus.files(in: "public") == clean, "\(fault):\(number)")
      #expect(!versus.exists("public/.versus-new"), "\(fault):\(number)")
    }
  }

  /// The output folder is moved away, at any moment of a build: the next one makes it whole.
  @Test(arguments: Start.allCases)
  func anOutputThatIsRemovedMeanwhileIsNoticed(start: Start) throws {
    let versus = try site().versus
    if let before = start.before {
      try #require(versus.run(before).code == 0)
      try versus.write(
        "---\nname: Ada 2\nscores: { speed: 3 }\n---\n", to: "content/reports/2026-W14/ada.md")
    }
    try #require(versus.run(start.next + ["-o", "clean"]).code == 0)
    let clean = try versus.files(in: "clean")
    try versus.keep(["public", ".versus"])
    let count = try Faults.count(versus, start.failing)
    for number in Faults.sample(of: count, 6) {
      try versus.restore(["public", ".versus", "public-gone"])
      _ = try versus.run(start.failing, environment: Faults.environment("gone:\(number)"))
      let repaired = try versus.run(start.next)
      #expect(repaired.code == 0, "gone:\(number): \(repaired.errors)")
      #expect(try versus.files(in: "public") == clean, "gone:\(number)")
    }
  }

  /// Expects every page to be complete or absent, even in a folder that was empty.
  private func expectWholePages(_ files: [String: Data], _ fault: String) {
    for (path, bytes) in files where path.hasSuffix(".html") && !path.hasPrefix(".versus-new/") {
      #expect(bytes.suffix(8) == Data("</html>\n".utf8), "\(fault): \(path)")
    }
  }

  /// A content file that a command replaces has either its old or its new contents.
  @Test(arguments: faults)
  func contentIsReplacedWhole(fault: String) throws {
    let versus = try site().versus
    let commands = [
      ["snapshot", "2026-W14"], ["new", "vendor", "zed", "2026-W14"],
      ["import", "table.csv", "--week", "2026-W14", "--force"],
    ]
    try versus.write("name,speed\nAda,1\nBob,2\nNew,3\n", to: "table.csv")
    try versus.keep(["content"])
    for command in commands {
      try versus.restore(["content"])
      let before = try versus.files(in: "content")
      let count = try Faults.count(versus, command)
      let after = try versus.files(in: "content")
      for number in Faults.sample(of: count, 3) {
        try versus.restore(["content"])
        _ = try versus.run(command, environment: Faults.environment("\(fault):\(number)"))
        for (path, bytes) in try versus.files(in: "content")
        where !path.hasSuffix(".versus-new") {
          #expect(bytes == before[path] || bytes == after[path], "\(command), \(number): \(path)")
        }
        _ = try versus.run(command)
        let repaired = try versus.files(in: "content").filter { !$0.key.hasSuffix(".versus-new") }
        #expect(repaired == after, "\(command), \(number)")
      }
    }
  }

  /// A program that hangs, in a system call or elsewhere, ends within a second.
  @Test(arguments: [SIGINT, SIGTERM])
  func aBuildThatHangsCanBeInterrupted(signal: Int32) throws {
    let versus = try site().versus
    var start = ContinuousClock.now
    let build = try Program.run(
      ["build"], environment: Faults.environment("hang:30"), in: versus.folder
    ) { process in
      usleep(1_000_000)
      start = ContinuousClock.now
      kill(process.processIdentifier, signal)
    }
    #expect(build.code == 130 && build.errors.contains("interrupted"))
    #expect(ContinuousClock.now - start < .seconds(1))
    #expect(try versus.run("build").code == 0)
    #expect(try versus.run("build", "--verify").code == 0)
  }
}

extension Versus {
  /// Keeps copies of some folders for `restore`.
  func keep(_ names: [String]) throws {
    for name in names where exists(name) {
      try FileManager.default.copyItem(
        atPath: "\(folder)/\(name)", toPath: "\(folder)/kept-\(name)")
    }
  }

  func restore(_ names: [String]) throws {
    for name in names {
      if exists(name) { try remove(name) }
      guard exists("kept-\(name)") else { continue }
      // The copies keep their times, because builds compare them.
      let copy = Process()
      copy.executableURL = URL(filePath: "/bin/cp")
      copy.arguments = ["-a", "\(folder)/kept-\(name)", "\(folder)/\(name)"]
      try copy.run()
      copy.waitUntilExit()
    }
  }
}
