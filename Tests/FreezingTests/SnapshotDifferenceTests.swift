import Content
import Freezing
import Testing

struct SnapshotDifferenceTests {
  private func snapshot(
    version: String = "1", theme: String = "t", inputs: [String] = [], pages: [String] = []
  ) throws -> Snapshot {
    func entries(_ list: [String]) -> [Snapshot.Entry] {
      list.map { Snapshot.Entry(path: String($0.dropLast(2)), hash: String($0.suffix(1))) }
    }
    return Snapshot(
      week: try #require(Week("2026-W14")), version: version, theme: theme,
      inputs: entries(inputs), rubrics: [:], pages: entries(pages))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The entries, each a path and a one-letter hash.
    let then, now: [String]
    let expected: [String]

    init(_ name: String, _ then: [String], _ now: [String], _ expected: [String]) {
      testDescription = name
      (self.then, self.now, self.expected) = (then, now, expected)
    }
  }

  private static let cases = [
    Case("equal", ["a=1", "b=2"], ["a=1", "b=2"], []),
    Case("in another order", ["a=1", "b=2"], ["b=2", "a=1"], []),
    Case("another hash", ["a=1", "b=2"], ["a=1", "b=3"], ["changed b"]),
    Case("exchanged hashes", ["a=1", "b=2"], ["a=2", "b=1"], ["changed a", "changed b"]),
    Case("gone", ["a=1", "b=2"], ["b=2"], ["missing a"]),
    Case("new", ["b=2"], ["a=1", "b=2"], ["new a"]),
    Case("moved", ["b=2"], ["a=2"], ["new a", "missing b"]),
    Case("in byte order", ["é=1", "z=1", "B=1"], [], ["missing B", "missing z", "missing é"]),
  ]

  @Test(arguments: cases)
  func inputsAndPagesAreCompared(test: Case) throws {
    let inputs = SnapshotDifference(
      from: try snapshot(inputs: test.then), to: try snapshot(inputs: test.now))
    #expect(inputs.inputs.map { "\($0.change) \($0.path)" } == test.expected)
    #expect(inputs.pages.isEmpty && inputs.isEmpty == test.expected.isEmpty)
    let pages = SnapshotDifference(
      from: try snapshot(pages: test.then), to: try snapshot(pages: test.now))
    #expect(pages.pages.map { "\($0.change) \($0.path)" } == test.expected)
    #expect(pages.inputs.isEmpty && pages.isEmpty == test.expected.isEmpty)
  }

  /// A changed theme is a difference in itself; a changed version is not, if the bytes are equal.
  @Test func theThemeCountsAndTheVersionDoesNot() throws {
    let theme = SnapshotDifference(from: try snapshot(), to: try snapshot(theme: "u"))
    #expect(theme.isThemeChanged && !theme.isEmpty)
    let version = SnapshotDifference(from: try snapshot(), to: try snapshot(version: "2"))
    #expect(version.version == "1" && version.isEmpty)
    let same = SnapshotDifference(from: try snapshot(), to: try snapshot())
    #expect(same.version == nil && same.isEmpty)
  }
}
