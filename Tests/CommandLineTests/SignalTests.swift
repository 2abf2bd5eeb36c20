import Foundation
import TestSites
import Testing

/// Wherever a command is, a signal ends it within a second, with exit code 130.
struct SignalTests {
  /// Every command, with arguments for the site of `init`.
  static let commands = [
    ["init", "new"], ["new", "author", "zed"],
    ["import", "table.csv", "--category", "note-apps", "--week", "2026-W15"],
    ["check"], ["list", "vendors"], ["list", "gaps"], ["list", "pairs"],
    ["plan", "--host", "plain"], ["plan", "--templates"], ["build", "--force"], ["serve"],
    ["serve", "--built"], ["explain", "inkwell", "quill"], ["diff", "2026-W13", "2026-W14"],
    ["snapshot", "2026-W13"], ["snapshot", "list"], ["snapshot", "verify", "2026-W14"],
    ["theme", "list"], ["theme", "show", "vendor.html"], ["theme", "export", "--all"],
    ["theme", "diff"], ["publish", "new-target"], ["rollback", "target"], ["schema", "report"],
    ["completion", "bash"], ["help"], ["version"],
  ]

  @Test func everyCommandIsTried() throws {
    let help = try Versus().run("help").output
    let names = help.matches(of: #/(?m)^  versus ([a-z]+)/#).map { String($0.1) }
    #expect(!names.isEmpty && Set(names) == Set(Self.commands.map { $0[0] }))
  }

  private func site() throws -> Versus {
    let versus = try Versus()
    try #require(versus.run("init", "-q").code == 0)
    try #require(versus.run("snapshot", "2026-W14").code == 0)
    try versus.write("name,ease\nNew,3\n", to: "table.csv")
    for title in ["One", "Two"] {
      try versus.write("---\ntitle: \(title)\n---\n", to: "content/pages/page.md")
      try #require(versus.run("publish", "target", "-q").code == 0)
    }
    return versus
  }

  /// The program hangs where it reads its first or its fifth file, or where it prints.
  @Test(arguments: commands)
  func aCommandThatHangsEnds(command: [String]) throws {
    let versus = try site()
    var count = 0
    for (fault, signal) in [("output", SIGINT), ("read:1", SIGTERM), ("read:5", SIGINT)] {
      let hung = versus.folder + "/hung-\(count)-\(fault)"
      var environment = try Faults.environment(fault)
      environment["VERSUS_FAULT_HUNG"] = hung
      var start: ContinuousClock.Instant?
      let run = try Program.run(command, environment: environment, in: versus.folder) { process in
        while process.isRunning, !FileManager.default.fileExists(atPath: hung) { usleep(5_000) }
        if !process.isRunning { return }
        start = .now
        kill(process.processIdentifier, signal)
      }
      guard let start else { continue }
      #expect(ContinuousClock.now - start < .seconds(1), "\(fault)")
      #expect(run.code == 130 && run.errors.contains("interrupted"), "\(fault): \(run.code)")
      count += 1
    }
    #expect(count > 0, "\(command) hung nowhere")
  }

  /// A server that accepts and never answers; the program that asks it does not outlive its parent.
  @Test(arguments: [SIGINT, SIGTERM])
  func whatAsksOtherSitesEnds(signal: Int32) throws {
    let versus = try Versus()
    try #require(versus.run("init", "-q").code == 0)
    let silent = try SilentServer()
    try versus.write(
      "---\ntitle: Links\n---\n[x](http://127.0.0.1:\(silent.port)/)\n", to: "content/pages/x.md")
    var start = ContinuousClock.now
    let run = try Program.run(["check", "--external"], in: versus.folder) { process in
      #expect(silent.waitForClient(seconds: 60))
      start = .now
      kill(process.processIdentifier, signal)
    }
    #expect(run.code == 130 && ContinuousClock.now - start < .seconds(1))
    #expect(silent.isLeft(withinSeconds: 5), "curl goes on")
  }

  /// A preview that has nothing to do ends at once, and well.
  @Test(arguments: [SIGINT, SIGTERM], [["serve"], ["serve", "--built"]])
  func aPreviewEnds(signal: Int32, command: [String]) throws {
    let versus = try Versus()
    try #require(versus.run("init", "-q").code == 0)
    try #require(versus.run("build", "-q").code == 0)
    var start = ContinuousClock.now
    let run = try Program.run(command + ["--port", "0"], in: versus.folder) { process in
      usleep(1_500_000)
      start = .now
      kill(process.processIdentifier, signal)
    }
    #expect(run.code == 0 && ContinuousClock.now - start < .seconds(1))
  }
}

/// A server on this machine that accepts one connection and says nothing.
private final class SilentServer {
  private let listener: Int32
  private var client: Int32 = -1
  let port: UInt16

  init() throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = listener
    let isListening = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe bind(socket, address, length) == 0 && listen(socket, 8) == 0
          && getsockname(socket, address, &length) == 0
      }
    }
    try #require(isListening)
    port = UInt16(bigEndian: address.sin_port)
  }

  deinit {
    close(client)
    close(listener)
  }

  private func isReady(_ file: Int32, seconds: Int32) -> Bool {
    var polled = [pollfd(fd: file, events: Int16(POLLIN), revents: 0)]
    return unsafe poll(&polled, 1, seconds * 1000) == 1
  }

  func waitForClient(seconds: Int32) -> Bool {
    guard isReady(listener, seconds: seconds) else { return false }
    client = accept(listener, nil, nil)
    return client >= 0
  }

  /// Whether the client closes its connection. What it sent before is read first.
  func isLeft(withinSeconds seconds: Int32) -> Bool {
    var bytes = [UInt8](repeating: 0, count: 4096)
    while isReady(client, seconds: seconds) {
      if unsafe read(client, &bytes, bytes.count) <= 0 { return true }
    }
    return false
  }
}
