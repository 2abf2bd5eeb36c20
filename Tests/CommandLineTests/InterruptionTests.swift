import Foundation
import Glibc
import TestSites
import Testing

struct InterruptionTests {
  private static let vendors = 120

  /// SIGINT is what Ctrl-C sends, SIGTERM what service managers and CI runners send.
  @Test(arguments: [SIGINT, SIGTERM])
  func aBuildThatIsInterruptedLeavesEveryPageWhole(signal: Int32) throws {
    let versus = try Versus()
    #expect(try versus.run("init").code == 0)
    #expect(try versus.run("build").code == 0)
    let before = try versus.files(in: "public")
    let reports = (0..<Self.vendors).map { "content/reports/2026-W14/v-\($0).md" }
    for path in reports { try versus.write("---\nname: \(path.suffix(9))\n---\n", to: path) }

    let watch = try FolderWatch(versus.folder + "/public/compare")
    let build = try Program.run(["build"], in: versus.folder) { process in
      // The first comparison of the new site is being written.
      #expect(watch.waitForFolder(seconds: 60))
      kill(process.processIdentifier, signal)
    }
    #expect(build.code == 130)
    #expect(build.output.isEmpty && build.errors.contains("interrupted"))

    let after = try versus.files(in: "public")
    let added = after.filter { before[$0.key] == nil }
    #expect(!added.isEmpty && added.count < Self.vendors * (Self.vendors - 1) / 2)
    for (path, bytes) in after where path.hasSuffix(".html") {
      #expect(bytes == before[path] || bytes.suffix(8) == Data("</html>\n".utf8), "\(path)")
    }
    #expect(Set(before.keys).isSubset(of: after.keys))

    for path in reports { try FileManager.default.removeItem(atPath: versus.folder + "/" + path) }
    #expect(try versus.run("build").code == 0)
    #expect(try versus.files(in: "public") == before)
  }
}

/// Waits until a folder is created in another folder.
private final class FolderWatch {
  private let file: Int32

  init(_ folder: String) throws {
    file = inotify_init1(Int32(IN_CLOEXEC))
    let mark = unsafe inotify_add_watch(file, folder, UInt32(IN_CREATE))
    try #require(mark >= 0)
  }

  deinit { close(file) }

  /// Waits for a folder; returns false on timeout.
  func waitForFolder(seconds: Int32) -> Bool {
    var polled = [pollfd(fd: file, events: Int16(POLLIN), revents: 0)]
    var bytes = [UInt8](repeating: 0, count: 4096)
    while unsafe poll(&polled, 1, seconds * 1000) == 1 {
      let count = unsafe read(file, &bytes, bytes.count)
      if count > 0, hasFolder(bytes[..<count]) { return true }
    }
    return false
  }

  /// Reports whether the events include a folder. An event has four fields of 4 bytes: watch, mask,
  /// cookie, and the length of the name that follows.
  private func hasFolder(_ bytes: ArraySlice<UInt8>) -> Bool {
    func number(at index: Int) -> UInt32 {
      bytes[index..<index + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
    var event = bytes.startIndex
    while event + 16 <= bytes.endIndex {
      if number(at: event + 4) & UInt32(IN_ISDIR) != 0 { return true }
      event += 16 + Int(number(at: event + 12))
    }
    return false
  }
}
