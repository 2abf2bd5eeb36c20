import Diagnosing
import Markup
import Testing

@Suite struct BidiControlTests {
  static let controls: [UInt32] =
    [0x061c, 0x200e, 0x200f] + Array(0x202a...0x202e) + Array(0x2066...0x2069)

  @Test(arguments: controls)
  func areRefusedInNamesAndValues(code: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(code))
    let file = SourceFile(path: "x.yaml", text: "name: \"é\(scalar)57\"\n")
    #expect(problems { _ = file.yaml(into: &$0) } == ["bidi-control 1:10 \(scalar)"])
  }

  @Test func areRefusedEscapedAndInKeys() {
    let escaped = SourceFile(path: "x.yaml", text: #"name: "\u202E57""#)
    #expect(problems { _ = escaped.yaml(into: &$0) } == [#"bidi-control 1:7 "\u202E57""#])
    let key = SourceFile(path: "x.yaml", text: "a\u{202e}: b")
    #expect(problems { _ = key.yaml(into: &$0) } == ["bidi-control 1:2 \u{202e}"])
  }

  @Test(arguments: ["é", "\u{2010}", "\u{202f}", "\u{2065}x", "שלום", "\u{200d}", "漢"])
  func othersAreNot(text: String) {
    let file = SourceFile(path: "x.yaml", text: "name: \(text)\n")
    #expect(problems { _ = file.yaml(into: &$0) } == [])
  }
}
