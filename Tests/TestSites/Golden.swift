package import Foundation
package import Testing

/// A file of the repository that a test compares, byte for byte, with what the program makes.
package enum Golden {
  /// Whether the tests write the files anew, before they compare them.
  package static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"

  /// Compares a file with what was made, and records the first line that differs.
  ///
  /// - Parameters:
  ///   - path: the file, relative to the repository.
  ///   - suite: the tests that write the file.
  package static func check(
    _ made: Data, _ path: String, suite: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = TestSite.root.appending(path: path)
    if isUpdating { try made.write(to: file) }
    guard let golden = try? Data(contentsOf: file) else {
      record("\(path) is not there", suite, sourceLocation)
      return
    }
    // Not expected by a macro, which would print every byte.
    if golden != made { record("\(path), \(difference(golden, made))", suite, sourceLocation) }
  }

  package static func check(
    _ made: String, _ path: String, suite: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try check(Data(made.utf8), path, suite: suite, sourceLocation: sourceLocation)
  }

  /// Records a golden that is not right, with what writes it anew.
  package static func record(
    _ problem: String, _ suite: String, _ sourceLocation: SourceLocation = #_sourceLocation
  ) {
    Issue.record(
      "\(problem)\nIf this is meant: UPDATE_GOLDENS=1 swift test --filter \(suite)",
      sourceLocation: sourceLocation)
  }

  /// Returns the first line in which two texts differ, as it is in each.
  package static func difference(_ golden: Data, _ made: Data) -> String {
    func lines(_ data: Data) -> [Substring] {
      String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }
    let (old, new) = (lines(golden), lines(made))
    let index = zip(old, new).prefix { $0 == $1 }.count
    func line(_ lines: [Substring]) -> Substring {
      index < lines.count ? lines[index] : "(the end)"
    }
    return "line \(index + 1) differs\n- \(line(old))\n+ \(line(new))"
  }
}
