import Testing

@testable import Previewing

struct RequestTests {
  @Test(arguments: [
    ("/", "/"), ("/a/b/", "/a/b/"), ("/%61", "/a"), ("/a%20b", "/a b"), ("/%C3%A9", "/é"),
    ("/100%25", "/100%"), ("/%252e%252e/", "/%2e%2e/"), ("//a", "//a"), ("/a..b/", "/a..b/"),
  ])
  func pathsAreDecodedOnce(target: String, path: String) throws {
    #expect(try RequestPath(target).text == path)
  }

  @Test(arguments: [
    "", "a", "*", "/..", "/a/../b", "/%2e%2e/", "/.", "/%2f", "/a%2Fb", "/%", "/%4", "/%zz", "/%00",
    "/%0a", "/%7f", "/%ff", "/%c0%ae",
  ])
  func whatIsNoPathIsRefused(target: String) {
    #expect(throws: RequestPath.Refusal.malformed) { try RequestPath(target) }
  }

  @Test(arguments: [
    ("", 0), ("?", 1), ("?a", 1), ("?a&b=1", 2), ("?" + String(repeating: "&", count: 489), 490),
  ])
  func argumentsAreCounted(query: String, count: Int) {
    #expect(Request("GET", "/", query: query).argumentCount == count)
  }

  @Test(arguments: [
    ([], true), (["0"], true), (["12"], true), (["0", "0"], true), (["1", "2"], false),
    (["-1"], false), (["+1"], false), (["x"], false), ([""], false), (["1, 1"], false),
  ])
  func sizesOfBodies(sizes: [String], isPlausible: Bool) {
    let request = Request("GET", "/", headers: sizes.map { ("content-length", $0) })
    #expect(request.hasPlausibleSize == isPlausible)
  }

  @Test(arguments: ["/.git", "/a/.b", "/%2ehidden", "/...", "/..a", "/.%CC%80git", "/a/.\u{7b0}"])
  func whatIsHiddenIsRefused(target: String) {
    #expect(throws: RequestPath.Refusal.hidden) { try RequestPath(target) }
  }

  @Test(
    arguments: [
      ("bytes=0-0", .part(0..<1)), ("bytes=2-", .part(2..<10)), ("bytes=-3", .part(7..<10)),
      ("bytes=-99", .part(0..<10)), ("bytes=5-99", .part(5..<10)), ("Bytes=0-9", .part(0..<10)),
      ("bytes=9-99999999999999999999", .part(9..<10)), ("bytes=10-", .unsatisfiable),
      ("bytes=-0", .unsatisfiable), ("bytes=99999999999999999999-", .unsatisfiable),
      ("bytes=3-2", nil), ("bytes=", nil), ("bytes=-", nil), ("bytes=a-", nil),
      ("bytes=0-1,3-4", nil),
      ("lines=0-1", nil), ("0-1", nil), ("bytes=0-+1", nil), ("bytes=1-2-3", nil), ("", nil),
    ] as [(String, ByteRange?)])
  func ranges(header: String, range: ByteRange?) {
    #expect(ByteRange(header, of: 10) == range)
  }

  /// A list of tags, including weak ones, or a star. A tag must match entirely, with its quotes.
  @Test(
    arguments: [
      ("T", true), ("W/T", true), ("*", true), (#""a", T"#, true), (#""a",W/T,"b""#, true),
      (#""a""#, false), ("", false), ("w/T", false), ("TT", false), (#""T""#, false),
    ])
  func tagsAreComparedWeakly(header: String, isMatch: Bool) {
    let tag = EntityTag(of: [1, 2, 3])
    #expect(tag.text.hasPrefix("\"") && tag.text.hasSuffix("\""))
    #expect(EntityTag(of: [1, 2, 4]).text != tag.text)
    #expect(tag.matches(header.replacing("T", with: tag.text)) == isMatch)
  }

  @Test func noRangeOfNothing() {
    #expect(ByteRange("bytes=0-", of: 0) == .unsatisfiable)
    #expect(ByteRange("bytes=-1", of: 0) == .unsatisfiable)
  }

  @Test(arguments: [
    ("127.0.0.1", "127.0.0.1:8080", true), ("127.0.0.1", "localhost:8080", true),
    ("127.0.0.1", "[::1]:8080", true), ("127.0.0.1", "127.0.0.1", false),
    ("127.0.0.1", "127.0.0.1:80", false), ("127.0.0.1", "192.168.1.2:8080", false),
    ("127.0.0.1", "evil.example:8080", false), ("127.0.0.1", "", false),
    ("0.0.0.0", "192.168.1.2:8080", true), ("0.0.0.0", "evil.example:8080", false),
    ("0.0.0.0", "[fe80::1]:8080", true), ("desk.example", "Desk.example:8080", true),
    ("desk.example", "localhost:8080", false), ("192.168.1.2", "192.168.1.3:8080", false),
  ])
  func hosts(listeningOn host: String, header: String, isAllowed: Bool) {
    let hosts = AllowedHosts(listeningOn: host, port: 8080)
    #expect(hosts.allows(host: header) == isAllowed)
    #expect(hosts.allows(origin: "http://" + header) == isAllowed)
    #expect(!hosts.allows(origin: "https://" + header))
  }

  @Test func theUsualPortMayBeLeftOut() {
    #expect(AllowedHosts(listeningOn: "127.0.0.1", port: 80).allows(host: "localhost"))
  }

  @Test(arguments: [
    ("<p>x</p></body></html>", "<p>x</p>SCRIPT</body></html>"), ("<p>x", "<p>xSCRIPT"),
    ("</body></body>\n", "</body>SCRIPT</body>\n"), ("", "SCRIPT"),
  ])
  func theScriptIsTheLastOfTheBody(page: String, live: String) {
    let bytes = LiveState.addingScript(to: Array(page.utf8))
    let wanted = live.replacing("SCRIPT", with: #"<script src="/_versus/live.js"></script>"#)
    #expect(String(decoding: bytes, as: UTF8.self) == wanted)
  }

  @Test func rulesOfHosts() {
    let rules = RedirectRule.rules(
      in: """
        # a comment
        /a/* /b/:splat
        /p/:left/:leftover /q/:leftover/:left 302 # why
        /x
        x /y
        /z https://example.org/ 999
        /w /v 200!
        """)
    #expect(rules.map(\.status) == [301, 302, 200])
    #expect(rules.map(\.isForced) == [false, false, true])
    #expect(rules[0].target(of: "/a/c/d/") == "/b/c/d/")
    #expect(rules[0].target(of: "/a") == "/b/")
    #expect(rules[0].target(of: "/ab") == nil)
    #expect(rules[1].target(of: "/p/1/2") == "/q/2/1")
    #expect(rules[1].target(of: "/p/1") == nil)
    #expect(LocationHeader.escaped("/a b\r\nc/é%20") == "/a%20b%0D%0Ac/%C3%A9%20")
  }
}
