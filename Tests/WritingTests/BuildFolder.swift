import Foundation
import TestSites
import Writing

/// A site of five vendors and the folder that it is built into.
final class BuildFolder {
  let site: TestSite
  let output: String
  /// The path of one comparison.
  static let pair = "compare/ada-vs-bob/index.html"

  /// - Parameter name: the name of the output folder.
  init(output name: String = "public") throws {
    site = try TestSite(withoutReports: true)
    output = site.folder.path() + "/" + name
    for (index, slug) in ["ada", "bob", "cyd", "dee", "eve"].enumerated() {
      try report(slug, ease: index)
    }
  }

  func report(_ slug: String, ease: Int, text: String = "Text.") throws {
    try site.write(
      "---\nname: \(slug.capitalized)\nscores: { ease: \(ease) }\n---\n\(text)\n",
      to: "content/reports/2026-W14/\(slug).md")
  }

  func remove(report slug: String) throws {
    try FileManager.default.removeItem(
      at: site.folder.appending(path: "content/reports/2026-W14/\(slug).md"))
  }

  func writer(
    to output: String? = nil, shard: String? = nil, force: Bool = false, tool: String = "1",
    interruptedAfter limit: Int? = nil
  ) throws -> SiteWriter {
    var options = SiteWriter.Options()
    options.shard = shard.flatMap { Shard($0) }
    options.force = force
    options.tool = tool
    if let limit {
      let progress = options.progress
      options.isInterrupted = { progress.total > 0 && progress.done >= limit }
    }
    let source = site.folder.path()
    return SiteWriter(
      renderer: try site.renderer(),
      output: try OutputFolder(output ?? self.output, source: source), source: source,
      options: options)
  }

  @discardableResult
  func build(
    to output: String? = nil, shard: String? = nil, force: Bool = false, tool: String = "1"
  ) throws -> BuildResult {
    try writer(to: output, shard: shard, force: force, tool: tool).write()
  }

  /// Returns the output of a build into an empty folder.
  func cleanFiles() throws -> [String: Data] {
    let clean = site.folder.path() + "/clean"
    defer { try? FileManager.default.removeItem(atPath: clean) }
    try build(to: clean)
    return try Self.files(in: clean)
  }

  /// Returns the bytes of the files in the output folder, by path.
  func files() throws -> [String: Data] { try Self.files(in: output) }

  private static func files(in folder: String) throws -> [String: Data] {
    try Versus.files(below: folder).filter { !$0.value.isEmpty }
  }

  /// Returns a stamp for each file, which changes whenever the file is written, even with equal
  /// bytes.
  func stamps() throws -> [String: String] {
    var stamps: [String: String] = [:]
    for path in try files().keys {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(output)/\(path)")
      let time = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      stamps[path] = "\(attributes[.systemFileNumber] ?? "") \(time)"
    }
    return stamps
  }

  /// Returns the names of the manifests.
  func manifests() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: site.folder.path() + "/.versus").sorted()
  }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(output)/\(path)"))
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: "\(output)/\(path)")
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(output)/\(path)", withDestinationPath: target)
  }
}
