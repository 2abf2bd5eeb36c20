package import Foundation

/// The built `versus`, run as its users run it.
package enum Program {
  package struct Result {
    package let code: Int32
    package let output: String
    package let errors: String

    /// Returns the single JSON object on standard output.
    package func object() throws -> [String: Any] {
      let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
      guard let object = value as? [String: Any] else { throw NotAnObject(output: output) }
      return object
    }
  }

  private struct NotAnObject: Error {
    let output: String
  }

  /// The binary that `VERSUS_BINARY` names, or else the one beside the test bundle, wherever the build put
  /// both.
  package static let binary: URL = {
    if let named = ProcessInfo.processInfo.environment["VERSUS_BINARY"] {
      return URL(filePath: named).absoluteURL
    }
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    let beside = URL(filePath: bundle).deletingLastPathComponent().appending(path: "versus")
    if FileManager.default.isExecutableFile(atPath: beside.path()) { return beside }
    return URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: ".build/debug/versus")
  }()

  /// What `make sanitize` asks of the sanitizers, which are in the program, too.
  private static let forSanitizers = ProcessInfo.processInfo.environment.filter {
    ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key)
  }

  /// Runs the program to its end, in an environment of only a path and the given variables.
  ///
  /// - Parameters:
  ///   - folder: the working directory; by default that of the tests.
  ///   - meanwhile: called once the program has started.
  package static func run(
    _ arguments: [String], environment: [String: String] = [:], input: String = "",
    in folder: String? = nil,
    meanwhile: (Process) throws -> Void = { _ in }
  ) throws -> Result {
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"]
      .merging(forSanitizers) { $1 }.merging(environment) { $1 }
    if let folder {
      process.currentDirectoryURL = URL(filePath: folder, directoryHint: .isDirectory)
    }
    let (output, errors) = (try Capture(), try Capture())
    let text = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(input.utf8).write(to: text)
    defer { try? FileManager.default.removeItem(at: text) }
    process.standardInput = try FileHandle(forReadingFrom: text)
    process.standardOutput = output.handle
    process.standardError = errors.handle
    try process.run()
    defer { process.waitUntilExit() }
    try meanwhile(process)
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus, output: try output.text(), errors: try errors.text())
  }

  /// Captures output in a file, because a pipe that nobody reads while the program runs would fill
  /// up.
  private final class Capture {
    private let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let handle: FileHandle

    init() throws {
      try Data().write(to: url)
      handle = try FileHandle(forWritingTo: url)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func text() throws -> String { String(decoding: try Data(contentsOf: url), as: UTF8.self) }
  }
}
