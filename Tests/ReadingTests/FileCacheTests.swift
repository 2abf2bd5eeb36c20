import Diagnosing
import Foundation
import System
import Testing

@testable import Reading

/// The cache returns the same object for a file until somebody writes to it, and reads the file
/// again after a write, whatever its size and times.
final class FileCacheTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "versus-cache-\(UUID().uuidString)")
  private let cache = FileCache()

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func place(_ name: String) -> String { folder.path() + "/" + name }

  private func file(_ name: String) throws -> SourceFile {
    try cache.file(name, at: place(name))
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try file(name).bytes, as: UTF8.self)
  }

  /// Writes in place, so that the file keeps its inode.
  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  private func setTime(of name: String) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)],
      ofItemAtPath: place(name))
  }

  @Test func aFileThatIsTheSameIsTheSameObject() throws {
    try write("one", to: "a")
    let first = try file("a")
    #expect(try file("a") === first)
    // The file is rewritten with equal bytes.
    try write("one", to: "a")
    #expect(try file("a") === first)
  }

  /// A file's modification time can be set back, but not the time of that change.
  @Test func anotherTextOfTheSameSizeAndTimeIsRead() throws {
    try write("one", to: "a")
    try setTime(of: "a")
    let first = try file("a")
    let stamp = fileStatus(place("a"))?.stamp
    // The system's clock may stand still between two writes.
    repeat {
      try write("two", to: "a")
      try setTime(of: "a")
    } while fileStatus(place("a"))?.stamp == stamp
    #expect(try text("a") == "two")
    #expect(String(decoding: first.bytes, as: UTF8.self) == "one")
  }

  @Test func anotherFileOfTheSameSizeAndTimeIsRead() throws {
    for (name, text) in [("a", "one"), ("b", "two")] {
      try write(text, to: name)
      try setTime(of: name)
    }
    #expect(try text("a") == "one")
    try FileManager.default.removeItem(atPath: place("a"))
    try FileManager.default.moveItem(atPath: place("b"), toPath: place("a"))
    #expect(try text("a") == "two")
  }

  @Test func aFileThatIsRemovedIsNotKnownAnyMore() throws {
    try write("one", to: "a")
    _ = try file("a")
    try FileManager.default.removeItem(atPath: place("a"))
    let failure = #expect(throws: FileFailure.self) { try self.file("a") }
    #expect(failure?.path == place("a") && failure?.code == ENOENT)
    try write("two", to: "a")
    #expect(try text("a") == "two")
  }

  @Test func aFileThatBecameAFolderCannotBeRead() throws {
    try write("one", to: "a")
    _ = try file("a")
    try FileManager.default.removeItem(atPath: place("a"))
    try FileManager.default.createDirectory(atPath: place("a"), withIntermediateDirectories: false)
    let failure = #expect(throws: FileFailure.self) { try self.file("a") }
    #expect(failure?.code == EISDIR)
  }

  @Test func aLinkIsWhatItLeadsTo() throws {
    for (name, text) in [("a", "one"), ("b", "two"), ("c", "two")] {
      try write(text, to: name)
      try setTime(of: name)
    }
    func lead(to name: String) throws {
      try? FileManager.default.removeItem(atPath: place("link"))
      try FileManager.default.createSymbolicLink(
        atPath: place("link"), withDestinationPath: name)
    }
    try lead(to: "a")
    #expect(try text("link") == "one")
    try lead(to: "b")
    let second = try file("link")
    #expect(String(decoding: second.bytes, as: UTF8.self) == "two")
    // Equal bytes elsewhere are the same file to a reader of the link.
    try lead(to: "c")
    #expect(try file("link") === second)
    try lead(to: "nowhere")
    #expect(throws: FileFailure.self) { try self.file("link") }
  }

  /// A file that was forgotten, and not requested before the next `forget`, is released; no other
  /// is.
  @Test func whatIsForgottenTwiceIsLetGo() throws {
    let names = ["a", "a/b", "ab", "c"]
    try write("one", to: "text")
    let all = { try names.map { try self.cache.file($0, at: self.place("text")) } }
    let first = try all()
    cache.forget(["a", "c"])
    _ = try cache.file("c", at: place("text"))
    cache.forget([])
    let kept = zip(first, try all()).map { $0 === $1 }
    #expect(kept == [false, true, true, true])
  }

  @Test func aFolderIsForgottenWithAllBelow() throws {
    try write("one", to: "text")
    let all = { try ["a/b", "a/c", "ab"].map { try self.cache.file($0, at: self.place("text")) } }
    let first = try all()
    cache.forget(["a"])
    cache.forget([])
    #expect(zip(first, try all()).map { $0 === $1 } == [false, false, true])
  }
}

extension FileCache {
  /// Reads the file at a path on disk.
  fileprivate func file(_ path: String, at place: String) throws(FileFailure) -> SourceFile {
    try file(path, InputFile(place), atMost: .max)
  }
}
