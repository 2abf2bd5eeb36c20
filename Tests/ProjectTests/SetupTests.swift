import Foundation
import Testing

/// `Scripts/setup` says what is wrong with a machine.
struct SetupTests {
  /// What the script prints where `swift` is this script.
  private func setup(swift script: String) throws -> (code: Int32, errors: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let swift = folder.appending(path: "swift").path()
    try "#!/bin/sh\n\(script)\n".write(toFile: swift, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: swift)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = [Project.root.appending(path: "Scripts/setup").path(), "build"]
    process.environment = ["PATH": folder.path() + ":/usr/bin:/bin"]
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let errors = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, errors)
  }

  @Test func aSwiftThatDoesNotStartIsQuoted() throws {
    let result = try setup(swift: "echo 'swift: libncurses.so.6: cannot open' >&2; exit 127")
    #expect(result.code == 1)
    #expect(
      result.errors
        == "setup: swift is there, but does not start:\nswift: libncurses.so.6: cannot open\n")
  }

  @Test func anOldSwiftIsNamed() throws {
    let result = try setup(swift: "echo 'Swift version 5.10.1 (swift-5.10.1-RELEASE)'")
    #expect(result.code == 1)
    #expect(result.errors == "setup: Swift 5.10 is too old; versus needs 6.2 or newer\n")
  }
}
