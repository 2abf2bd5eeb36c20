import Foundation

/// Runs the built `versus`.
enum Program {
  struct Result {
    let code: Int32
    let output: String
    let errors: String
  }

  /// Beside the test bundle, wherever the build put both.
  static let binary: URL = {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    let beside = URL(filePath: bundle).deletingLastPathComponent().appending(path: "versus")
    if FileManager.default.isExecutableFile(atPath: beside.path()) { return beside }
    return URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: ".build/debug/versus")
  }()

  static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Result {
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"]
      .merging(environment) { $1 }
    let (output, errors) = (try Capture(), try Capture())
    process.standardOutput = output.handle
    process.standardError = errors.handle
    try process.run()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus, output: try output.text(), errors: try errors.text())
  }

  /// A file, not a pipe: a pipe that nobody reads while the program runs would fill up.
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
