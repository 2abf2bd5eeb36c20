import Content
import Reading
import Testing

struct BaseAddressTests {
  @Test(arguments: [
    ("https://example.org", "https://example.org", "/"),
    ("http://127.0.0.1:8080/", "http://127.0.0.1:8080", "/"),
    ("http://[::1]:1/a", "http://[::1]:1", "/a/"),
    ("https://xn--bcher-kva.example:65535/a/b/", "https://xn--bcher-kva.example:65535", "/a/b/"),
  ])
  func isTwoParts(_ text: String, _ origin: String, _ path: String) {
    let address = BaseAddress(text)
    #expect(address?.origin == origin)
    #expect(address?.path == path)
  }

  @Test(arguments: [
    "example.org", "https://", "https://:80", "https://a@b", "https://a:b@c", "https://a:",
    "https://a:0", "https://a:65536", "https://a:8x", "https://[::1", "https://[::1]x",
    "https://a:99999999999999999999", "https://a/?q", "https://a/../b", "https://a b", "ftp://a",
  ])
  func isNot(_ text: String) { #expect(BaseAddress(text) == nil) }
}
