package import Foundation

/// A folder of its own for one test, in which the program runs.
package final class Versus {
  package let folder: String

  package init(in parent: URL = FileManager.default.temporaryDirectory) throws {
    let url = parent.appending(path: "versus-tests-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path()
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  package func run(_ arguments: String..., environment: [String: String] = [:]) throws
    -> Program.Result
  {
    try run(arguments, environment: environment)
  }

  package func run(
    _ arguments: [String], environment: [String: String] = [:], input: String = ""
  ) throws -> Program.Result {
    try Program.run(arguments, environment: environment, input: input, in: folder)
  }

  package func read(_ path: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
  }

  /// Returns the bytes of all files below a folder, by relative path.
  package func files(in path: String) throws -> [String: Data] {
    try Self.files(below: "\(folder)/\(path)")
  }

  /// Returns the bytes of all files, except the one that identifies an output folder's build.
  package static func files(below folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where name != ".versus-build" {
      files[name] = FileManager.default.contents(atPath: folder + "/" + name)
    }
    return files
  }

  package func write(_ text: String, to path: String) throws {
    try FileManager.default.createDirectory(
      at: URL(filePath: "\(folder)/\(path)").deletingLastPathComponent(),
      withIntermediateDirectories: true)
    try text.write(toFile: "\(folder)/\(path)", atomically: true, encoding: .utf8)
  }

  package func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: "\(folder)/\(path)")
  }

  package func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/\(path)")
  }

  /// Gives the site one error and one near miss.
  package func breakSite() throws {
    try write("titel: x\nbaseURL: https://example.org/\ntitle: x\n", to: "content/site.yaml")
  }
}
