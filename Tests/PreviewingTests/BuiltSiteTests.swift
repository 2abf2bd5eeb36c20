import Foundation
import TestSites
import Testing

@testable import Previewing

/// A built site is served at the address that its pages expect.
struct BuiltSiteTests {
  private let site: TestSite

  init() throws {
    site = try TestSite()
    try site.write("home", to: "public/index.html")
    try site.write("gone", to: "public/404.html")
    try site.write("a {}", to: "public/assets/site.css")
    try site.write("about", to: "public/about/index.html")
    try site.write("/base/old /base/about/ 301\n", to: "public/_redirects")
  }

  private func found(_ path: String, base: String) throws -> String {
    switch try BuiltSite(site.folder.appending(path: "public").path(), base: base).find(path) {
    case .page(let bytes): "page " + String(decoding: bytes, as: UTF8.self)
    case .file(let bytes, _): "file " + String(decoding: bytes, as: UTF8.self)
    case .redirect(let to, let status): "\(status) \(to)"
    case .missing(let page): "404 " + String(decoding: page ?? [], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("/base/", "page home"), ("/base/assets/site.css", "file a {}"), ("/base/about/", "page about"),
    ("/base/about", "301 /base/about/"), ("/", "302 /base/"), ("/base", "301 /base/"),
    ("/assets/site.css", "404 gone"), ("/base/x", "404 gone"), ("/base/old", "301 /base/about/"),
    ("/base/_redirects", "404 gone"), ("/about/", "404 gone"),
  ])
  func belowABasePath(path: String, expected: String) throws {
    #expect(try found(path, base: "/base/") == expected)
  }

  @Test(arguments: [("/", "page home"), ("/about", "301 /about/"), ("/x", "404 gone")])
  func atTheRoot(path: String, expected: String) throws {
    #expect(try found(path, base: "/") == expected)
  }
}
