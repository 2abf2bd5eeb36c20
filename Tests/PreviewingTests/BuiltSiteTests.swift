import Foundation
import System
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

  private static let codings: [(accepted: String?, sent: String?)] = [
    (nil, nil), ("gzip", "gzip"), ("gzip, br", "br"), ("zstd", nil), ("br;q=0, gzip", "gzip"),
    ("identity", nil), ("br; q=0.5", "br"), ("GZIP", "gzip"), ("gzip-x", nil),
  ]

  /// Compressed copies are sent to those who accept them, unless they are outdated.
  @Test(arguments: codings)
  func compressedCopies(accepted: String?, sent: String?) throws {
    let folder = site.folder.appending(path: "public").path()
    for (suffix, isCurrent) in [("gz", true), ("br", true), ("zst", false)] {
      try site.write("as \(suffix)", to: "public/index.html.\(suffix)")
      let page = try #require(fileStatus(folder + "/index.html"))
      if isCurrent { try setAge(of: folder + "/index.html.\(suffix)", to: page) }
    }
    try site.write("x", to: "public/about/index.html.gz")
    let built = try BuiltSite(folder)
    let hosts = AllowedHosts(listeningOn: "127.0.0.1", port: 80)
    let responder = SiteResponder(hosts: hosts, live: nil) { built }
    func answer(_ path: String, _ more: [(name: String, value: String)] = []) throws -> Response {
      let headers = [(name: "host", value: "127.0.0.1")] + more
      let accept = accepted.map { [(name: "accept-encoding", value: $0)] } ?? []
      guard
        case .response(let response) = responder.answer(
          Request("GET", path, headers: headers + accept))
      else { throw CancellationError() }
      return response
    }
    let response = try answer("/")
    #expect(response.status == 200 && response.value("Content-Encoding") == sent)
    let names = ["gzip": "as gz", "br": "as br"]
    let body = sent.flatMap { names[$0] } ?? "home"
    #expect(String(decoding: response.body, as: UTF8.self) == body)
    #expect((response.value("Vary") == "Accept-Encoding") == (sent != nil))
    let tag = try #require(response.value("ETag"))
    #expect(try answer("/", [(name: "if-none-match", value: tag)]).status == 304)
    let part = try answer("/", [(name: "range", value: "bytes=0-1")])
    #expect(part.status == 206 && String(decoding: part.body, as: UTF8.self) == "ho")
    // A copy of another file, of another time.
    #expect(String(decoding: try answer("/about/").body, as: UTF8.self) == "about")
  }
}
