import Diagnosing
import Markup
import Testing

struct TextLinkTests {
  private func links(_ source: String) -> [String] {
    TextLink.local(in: SourceFile(path: "x.md", text: source)).map {
      let place = $0.url.span.startPosition
      return "\($0.isImage ? "!" : "")\($0.url.value) \(place.line):\(place.column)"
    }
  }

  @Test(arguments: [
    ("---\na: b\n---\n[x](/a/) ![y](b.png)", ["/a/ 4:5", "!b.png 4:15"]),
    ("---\na: '[x](/a/)'\n---\n", ["/a/ 2:9"]),
    ("---\na: { b: ['[x](/a/)', '[y](/a/)'] }\n---\n", ["/a/ 2:15", "/a/ 2:27"]),
    ("---\na: |\n  one\n  [x](/a/)\n---\n", ["/a/ 4:7"]),
    ("---\n---\n[x][r] and [y][r]\n\n[r]: /a/ \"T\"\n", ["/a/ 5:6", "/a/ 5:6"]),
    ("---\n---\n`[x](/b/)` and [y](</a/>)\n", ["/a/ 3:21"]),
    ("---\n---\n[x](https://example.org/) [y](mailto:x@example.org) [z](//example.org)\n", []),
    ("---\n---\n| a |\n|---|\n| [x](/a/) |\n", ["/a/ 5:7"]),
    ("---\n---\n[x](#y) [z](\\/a/)\n", ["#y 3:5", "/a/ 3:1"]),
  ])
  func placesAreThoseOfTheAddresses(source: String, expected: [String]) {
    #expect(links(source) == expected)
  }
}
