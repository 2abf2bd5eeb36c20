import FoundationEssentials
import Testing

@testable import Writing

/// A manifest from a checkout cannot name a file that no build would write.
struct UntrustedManifestTests {
  /// - Parameters:
  ///   - pairs: a replacement for the layout's list of pairs.
  private func json(
    files: String = #""index.html\u0000""#, slugs: String = #""ada\u0000bob\u0000""#,
    rights: String = "", pattern: String = #"["compare/","-vs-","/index.html"]"#,
    shard: String = "", sources: String = "", stamps: String = #""compare":"1""#
  ) -> [UInt8] {
    let text = """
      {"tool":"1","output":"/out","build":"\(String(repeating: "0", count: 32))","isComplete":true,\
      "layouts":[{"files":\(files),"pairs":[{"category":"tools","slugs":\(slugs)\(rights),\
      "pattern":\(pattern),"isRightFirst":false}]\(shard)}]\(sources),"stamps":{\(stamps)}}
      """
    return Array(text.utf8)
  }

  private func isRead(_ bytes: [UInt8]) -> Bool { Manifest(bytes, output: "/out") != nil }

  @Test func oneThatMakesSenseIsRead() throws {
    #expect(isRead(json()))
    #expect(isRead(json(rights: #","rights":[[1],[]]"#, shard: #","shard":{"index":1,"count":2}"#)))
    let manifest = try #require(Manifest(json(), output: "/out"))
    #expect(Manifest(manifest.bytes, output: "/out") == manifest)
    #expect(Manifest(json(), output: "/other") == nil)
  }

  @Test(arguments: [
    "../../victim/v.txt", "/etc/passwd", "../content/site.yaml", "a/../b", "a//b", ".", "..", "a/.",
    "", "a/",
  ])
  func aPathOutsideMakesItNone(path: String) {
    #expect(!isRead(json(files: #""index.html\u0000\#(path)\u0000""#)))
    let state = "\(path)\\u0000\(String(repeating: "0", count: 32)) 1\\u0000"
    #expect(!isRead(json(sources: #","sources":{"files":"\#(state)","categories":{}}"#)))
    if !path.isEmpty { #expect(!isRead(json(stamps: #""\#(path)":"1""#))) }
  }

  @Test(arguments: [
    "[]", #"["compare/"]"#, #"["../compare/","-vs-","/index.html"]"#, #"["/","","/index.html"]"#,
    #"["compare/","/../../","/index.html"]"#, #"["compare/","-vs-","/"]"#,
    #"["compare/","-vs-","/index.html","x"]"#, #"["compare/","\u0000","/x"]"#,
  ])
  func aPatternWithoutSenseMakesItNone(pattern: String) {
    #expect(!isRead(json(pattern: pattern)))
  }

  @Test(arguments: [
    "[]", "[[999],[5]]", "[[-1],[5]]", "[[0],[]]", "[[1,1],[]]", "[[1]]", "[[1],[],[]]", #""x""#,
    "[[9223372036854775807],[]]",
  ])
  func positionsOutOfRangeMakeItNone(rights: String) {
    #expect(!isRead(json(rights: ",\"rights\":\(rights)")))
  }

  @Test(arguments: [
    (1, 0), (0, 1), (2, 1), (-1, 2), (1, 10_001), (9_223_372_036_854_775_807, 2),
  ])
  func aShardThatIsNoneMakesItNone(index: Int, count: Int) {
    #expect(!isRead(json(shard: #","shard":{"index":\#(index),"count":\#(count)}"#)))
  }

  @Test(arguments: ["-1", "9223372036854775807", "1e99", "\"x\""])
  func aSizeOutOfRangeMakesItNone(size: String) {
    let zeros = String(repeating: "0", count: 32)
    func pairs(_ size: String) -> String {
      #"{"program":"\#(zeros)","vendors":"","articles":"","bytes":\#(size)}"#
    }
    let sources = #","sources":{"files":"","categories":{"a":\#(pairs(size)),"b":\#(pairs("1"))}}"#
    #expect(!isRead(json(sources: sources)))
  }

  @Test(arguments: [
    #""../x\u0000""#, #""a/b\u0000""#, #""ada\u0000ada\u0000""#, #""Ada\u0000""#, "7",
  ])
  func aSlugThatIsNoneMakesItNone(slugs: String) { #expect(!isRead(json(slugs: slugs))) }

  /// The manifest is truncated at every byte.
  @Test func aTornOneIsNone() {
    let whole = json()
    for count in 0..<whole.count { #expect(!isRead(Array(whole[..<count]))) }
  }
}
