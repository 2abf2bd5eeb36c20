import Diagnosing
import Foundation
import Templating
import Testing

/// Each template in `Fixtures/invalid` has a mistake; the `.txt` file of the same name contains the
/// expected diagnostics. `UPDATE_GOLDENS=1` rewrites these files.
struct InvalidTemplateTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/invalid")
  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? [])
    .filter { $0.hasSuffix(".html") }.sorted()

  @Test func thereAreAtLeastForty() { #expect(Self.names.count >= 40) }

  @Test(arguments: names)
  func reportsWhatIsExpected(name: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    let result = Sample.compile(text, name: name)
    #expect(result.template == nil)
    let found = result.diagnostics.sorted.map { diagnostic in
      let place = diagnostic.span.startPosition
      let hint = diagnostic.suggestion.map { "; did you mean '\($0)'?" } ?? ""
      return "\(diagnostic.span.file.path):\(place.line):\(place.column): "
        + "\(diagnostic.message) [\(diagnostic.rule.id)]\(hint)\n"
    }.joined()
    let golden = Self.folder.appending(path: name.replacingOccurrences(of: ".html", with: ".txt"))
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try Data(found.utf8).write(to: golden)
    }
    let expected = try? String(contentsOf: golden, encoding: .utf8)
    #expect(
      found == expected,
      "\(name): if this is meant, UPDATE_GOLDENS=1 swift test --filter InvalidTemplateTests")
    #expect(!found.isEmpty)
  }
}
