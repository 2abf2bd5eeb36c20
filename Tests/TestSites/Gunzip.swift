import Foundation
import Testing

/// Returns what the program gzip finds in a compressed file.
package func gunzipped(_ bytes: [UInt8]) throws -> [UInt8] {
  let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).gz")
  defer { try? FileManager.default.removeItem(at: file) }
  try Data(bytes).write(to: file)
  let gzip = Process()
  gzip.executableURL = URL(filePath: "/usr/bin/env")
  gzip.arguments = ["gzip", "-dc", file.path()]
  let output = Pipe()
  gzip.standardOutput = output
  try gzip.run()
  let text = output.fileHandleForReading.readDataToEndOfFile()
  gzip.waitUntilExit()
  #expect(gzip.terminationStatus == 0, "gzip -dc failed, or is not there")
  return Array(text)
}
