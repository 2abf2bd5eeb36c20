import Foundation
import TestSites
import Testing

@testable import Previewing

struct FolderWatcherTests {
  private let site: TestSite
  private let report = "content/reports/2026-W14/alpha.md"

  init() throws { site = try TestSite() }

  private func watcher() throws -> FolderWatcher {
    try FolderWatcher(site.folder.path(), folders: ["content", "templates"])
  }

  private func next(_ watcher: FolderWatcher) throws -> FolderWatcher.Changes {
    try #require(try watcher.next(milliseconds: 5000))
  }

  @Test func manySavesAreOneBatch() throws {
    let watcher = try watcher()
    for number in 0..<20 {
      try site.write("\(number)", to: report)
      try site.write("\(number)", to: "content/site.yaml")
    }
    let changes = try next(watcher)
    #expect(changes.paths == [report, "content/site.yaml"])
    #expect(changes.touches("content") && !changes.touches("templates"))
    #expect(try watcher.next(milliseconds: 50) == nil)
  }

  @Test func whatIsBesideIsNotSeen() throws {
    let watcher = try watcher()
    for path in ["public/index.html", ".versus/manifest.json", "content/.swp", "contents/x.md"] {
      try site.write("x", to: path)
    }
    #expect(try watcher.next(milliseconds: 100) == nil)
  }

  @Test func aFolderThatComesLaterIsSeen() throws {
    let watcher = try watcher()
    try site.write("x", to: "templates/assets/site.css")
    #expect(try next(watcher).touches("templates"))
    try site.write("y", to: "templates/assets/site.css")
    #expect(try next(watcher).paths == ["templates/assets/site.css"])
    try FileManager.default.removeItem(at: site.folder.appending(path: "templates"))
    #expect(try next(watcher).touches("templates"))
    try site.write("z", to: "templates/assets/site.css")
    #expect(try next(watcher).touches("templates"))
  }

  @Test func aFolderThatIsMovedKeepsNoOldName() throws {
    let watcher = try watcher()
    let weeks = site.folder.appending(path: "content/reports")
    try FileManager.default.moveItem(
      at: weeks.appending(path: "2026-W14"), to: weeks.appending(path: "2026-W15"))
    #expect(try next(watcher).touches("content"))
    try site.write("x", to: "content/reports/2026-W15/alpha.md")
    #expect(try next(watcher).paths == ["content/reports/2026-W15/alpha.md"])
  }

  /// The system queues some 16,000 events and drops the rest; then any file may have changed.
  @Test func lostEventsMeanEverything() throws {
    let limit = try String(
      contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
    let most = try #require(Int(limit.filter(\.isNumber)))
    try #require(most <= 100_000, "this machine keeps too many events to lose one")
    let watcher = try watcher()
    let (one, two) = ("content/one.md", "content/two.md")
    // Equal consecutive events are merged, so two files take turns.
    for _ in 0..<(most / 4 + 10) {
      for path in [one, two] {
        _ = FileManager.default.createFile(
          atPath: site.folder.appending(path: path).path(), contents: nil)
      }
    }
    #expect(try next(watcher).isEverything)
    try site.write("x", to: report)
    #expect(try next(watcher).paths == [report])
  }
}
