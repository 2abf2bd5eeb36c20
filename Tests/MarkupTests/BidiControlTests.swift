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

  /// In prose, as they are and by number; what a page shows as written is no mistake.
  @Test(arguments: [
    ("a \u{202e}57", "1:3"), ("x\n\n`\u{2067}1`", "3:2"), ("a &#x202E;57", "1:3"),
    ("a &#8238;57", "1:3"), ("[a](/ 'b &#X2066;')", "1:10"), ("`&#x202E;`", nil),
    ("a \u{200e}- \u{200f}", nil), ("&#x202F; &#; &#x; &", nil), ("…\u{2028}", nil),
  ])
  func areRefusedInProse(text: String, place: String?) {
    let found = problems { markdown(text).checkBlocks(into: &$0) }
    #expect(found.count == (place == nil ? 0 : 1), "\(found)")
    if let place { #expect(found.first?.hasPrefix("bidi-control \(place) ") == true, "\(found)") }
  }

  @Test func areRefusedByNumberInLines() {
    #expect(problems { markdown("One &#x202e;57").checkLine(into: &$0) }.count == 1)
    #expect(problems { markdown("One `&#x202e;57`").checkLine(into: &$0) } == [])
  }

  @Test(arguments: ["é", "\u{2010}", "\u{202f}", "\u{2065}x", "שלום", "\u{200d}", "漢"])
  func othersAreNot(text: String) {
    let file = SourceFile(path: "x.yaml", text: "name: \(text)\n")
    #expect(problems { _ = file.yaml(into: &$0) } == [])
  }
}
