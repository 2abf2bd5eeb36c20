import Foundation
import TestSites
import Testing

/// The library that makes the program's system calls fail, compiled when first needed.
enum Faults {
  private static let library: Result<String, any Error> = Result {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let target = FileManager.default.temporaryDirectory.appending(
      path: "versus-faults-\(ProcessInfo.processInfo.processIdentifier).so"
    ).path()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "clang", "-shared", "-fPIC", "-o", target, folder.appending(path: "Faults/faults.c").path(),
      "-ldl",
    ]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "clang compiles Tests/Faults/faults.c")
    return target
  }

  /// - Parameter fault: the fault, such as `kill:7`; nil for none.
  static func environment(_ fault: String?, counting: String? = nil) throws -> [String: String] {
    var environment = ["LD_PRELOAD": try library.get()]
    environment["VERSUS_FAULT"] = fault
    environment["VERSUS_FAULT_COUNT"] = counting
    return environment
  }

  /// Returns the number of writing system calls that a run of the program makes.
  static func count(_ versus: Versus, _ arguments: [String]) throws -> Int {
    let path = versus.folder + "/fault-count"
    let run = try versus.run(arguments, environment: environment(nil, counting: path))
    try #require(run.code == 0, "\(run.errors)")
    defer { try? versus.remove("fault-count") }
    return try #require(Int(versus.read("fault-count")))
  }

  /// Whether each call fails in turn, as `make faults` asks.
  static let areComplete = ProcessInfo.processInfo.environment["VERSUS_FAULTS"] == "all"

  /// Returns some of the calls, evenly spread; all of them under `make faults`.
  static func sample(of count: Int, _ size: Int) -> [Int] {
    let step = areComplete ? 1 : max(1, count / size)
    return Array(stride(from: (step + 1) / 2, through: count, by: step))
  }
}
