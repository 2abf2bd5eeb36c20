import Foundation
import Testing

/// A folder of its own for one test, with the built program to run in it.
final class Versus {
  struct Outcome {
    let code: Int32
    let output: String
    let errors: String

    /// The one JSON object on standard output.
    func object() throws -> [String: Any] {
      let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
      return try #require(value as? [String: Any])
    }
  }

  /// The program beside the test bundle.
  static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "versus").path()

  let folder: String

  init() throws {
    let name = "versus-tests-" + UUID().uuidString
    let url = FileManager.default.temporaryDirectory.appending(path: name)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path()
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Runs the program in the folder, with no environment but the given one.
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
    try run(arguments, environment: environment)
  }

  func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: Self.program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder, directoryHint: .isDirectory)
    process.environment = environment
    // Files, not pipes: a pipe that nobody empties would stop the program.
    let (output, errors) = (try sink("stdout"), try sink("stderr"))
    defer {
      try? FileManager.default.removeItem(atPath: output.path)
      try? FileManager.default.removeItem(atPath: errors.path)
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output.handle
    process.standardError = errors.handle
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus,
      output: try String(contentsOfFile: output.path, encoding: .utf8),
      errors: try String(contentsOfFile: errors.path, encoding: .utf8))
  }

  private func sink(_ name: String) throws -> (path: String, handle: FileHandle) {
    let path = "\(folder)/.\(name)"
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    return (path, try #require(FileHandle(forWritingAtPath: path)))
  }

  func read(_ path: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
  }

  func write(_ text: String, to path: String) throws {
    try text.write(toFile: "\(folder)/\(path)", atomically: true, encoding: .utf8)
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/\(path)")
  }

  /// A site with one error and one near miss.
  func breakSite() throws {
    try write("titel: x\nbaseURL: https://example.org/\ntitle: x\n", to: "content/site.yaml")
  }
}
