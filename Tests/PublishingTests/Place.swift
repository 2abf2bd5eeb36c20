import Content
import Foundation
import Hashing
import Publishing
import System
import Testing

/// A folder with an output folder and a target.
final class Place {
  let folder = FileManager.default.temporaryDirectory.appending(
    path: "versus-publish-\(UUID().uuidString)"
  ).path()

  init() throws {
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var output: String { folder + "/public" }
  var target: String { folder + "/target" }

  func write(_ text: String, to path: String) throws {
    try FileManager.default.createDirectory(
      at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  func write(_ files: [String: String]) throws {
    for (path, text) in files { try write(text, to: output + "/" + path) }
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: output + "/" + path)
  }

  func publish(
    week: String = "2026-W14", _ change: (inout PublishOptions) -> Void = { _ in }
  ) throws -> PublishResult {
    var options = PublishOptions()
    change(&options)
    return try FolderTarget.publish(
      try Folder(output), to: target, week: try #require(Week(week)), options)
  }

  func site() throws -> [String: Data] { try files(below: output) }

  func shown() throws -> [String: Data] {
    try files(below: URL(filePath: target + "/current").resolvingSymlinksInPath().path())
  }

  func releases() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: target + "/releases")
      .filter { !$0.hasSuffix(".files") }.sorted()
  }

  func inode(_ path: String) throws -> UInt64? {
    try FileManager.default.attributesOfItem(atPath: folder + "/" + path)[.systemFileNumber]
      as? UInt64
  }

  private func files(below folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      var isFolder: ObjCBool = false
      guard
        unsafe FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      files[name] = FileManager.default.contents(atPath: folder + "/" + name)
    }
    return files
  }
}
