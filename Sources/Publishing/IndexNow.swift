package import Content
package import System

/// Tells search engines which pages changed, by the IndexNow protocol (indexnow.org).
///
/// The key is a file of the site, as the protocol has it: `KEY.txt` in its root, which holds `KEY`.
package struct IndexNow {
  private let output: Folder
  private let base: BaseAddress
  private let key: String

  /// The most addresses of one request.
  private static let maxAddresses = 10_000

  /// - Throws: `Refusal` if the site has no key.
  package init(_ output: Folder, base: BaseAddress) throws {
    self.output = output
    self.base = base
    let found = try FolderEntry.all(in: output.path).map(\.name).sorted().first { name in
      guard name.hasSuffix(".txt"), Self.isKey(name.dropLast(4)),
        let file = try? InputFile(name, FolderWalk(output)),
        let bytes = try? file.bytes(atMost: 1024)
      else { return false }
      let text = String(decoding: bytes, as: UTF8.self)
      return text.split(whereSeparator: \.isWhitespace) == [name.dropLast(4)]
    }
    guard let found else {
      throw Refusal(
        kind: .usage,
        description: "--notify needs a key: 8 to 128 letters and digits, in a file KEY.txt of "
          + "content/static/ that holds KEY; nothing was sent")
    }
    key = String(found.dropLast(4))
  }

  private static func isKey(_ text: Substring) -> Bool {
    (8...128).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a) || (0x30...0x39).contains(byte)
          || byte == UInt8(ascii: "-")
      }
  }

  /// Tells of the pages among changed files.
  ///
  /// - Returns: the number of addresses.
  package func tell(_ endpoint: String, changed: Set<String>) throws -> Int {
    let addresses = try addresses(of: changed)
    for start in stride(from: 0, to: addresses.count, by: Self.maxAddresses) {
      let end = min(start + Self.maxAddresses, addresses.count)
      try post(message(addresses[start..<end]), to: endpoint)
    }
    return addresses.count
  }

  // MARK: Addresses

  /// The addresses of changed pages: those that may be indexed, which the sitemap lists, and those
  /// that are gone.
  func addresses(of changed: Set<String>) throws -> [String] {
    let start = base.origin + base.path
    let listed = try sitemapAddresses().filter { address in
      address.hasPrefix(start) && changed.contains(Self.file(of: address.dropFirst(start.count)))
    }
    let gone = changed.filter { path in
      path.hasSuffix(".html") && fileStatus(output.path + "/" + path) == nil
    }
    return (listed + gone.map { start + Self.address(of: $0) }).filter(Self.isPlain).sorted()
  }

  private func sitemapAddresses() throws -> [String] {
    let names = try FolderEntry.all(in: output.path).map(\.name)
      .filter { $0.hasPrefix("sitemap") && $0.hasSuffix(".xml") }
    return try names.flatMap { name in
      let bytes = try InputFile(name, FolderWalk(output)).bytes(atMost: 64 << 20)
      let start = "<url><loc>"
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        .filter { $0.hasPrefix(start) }
        .map { line in
          let address = String(line.dropFirst(start.count).prefix { $0 != "<" })
          return address.replacingAll("&amp;", with: "&")
        }
    }
  }

  private static func file(of path: Substring) -> String {
    path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path + ".html"
  }

  private static func address(of file: String) -> String {
    let name = file.split(separator: "/").last
    return String(file.dropLast(name == "index.html" ? "index.html".count : ".html".count))
  }

  // MARK: Requests

  /// Whether JSON has the text as it is. The paths of a target's list may be anything.
  private static func isPlain(_ address: String) -> Bool {
    address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && !#""\"#.utf8.contains($0) }
  }

  private func message(_ addresses: ArraySlice<String>) -> String {
    let host = base.host.prefix { $0 != ":" }
    return """
      {"host":"\(host)","key":"\(key)","keyLocation":"\(base.origin)\(base.path)\(key).txt",\
      "urlList":[\(addresses.map { "\"\($0)\"" }.joined(separator: ","))]}
      """
  }

  private func post(_ message: String, to endpoint: String) throws {
    let work = try WorkFolder()
    defer { work.remove() }
    try work.write(message, to: "message")
    let run = try CarrierRun(
      [
        "curl", "--silent", "--show-error", "--proto", "=http,https", "--connect-timeout", "10",
        "--max-time", "60", "--output", "/dev/null", "--write-out", "%{http_code}",
        "--header", "Content-Type: application/json; charset=utf-8",
        "--data-binary", "@" + work.file("message"), "--url", endpoint,
      ], in: work)
    let answer = String(
      decoding: try InputFile(work.file("output")).bytes(atMost: 64), as: UTF8.self)
    if run.code == 0, ["200", "202"].contains(answer) { return }
    throw FileFailure(
      "cannot tell", endpoint,
      because: "\(Self.meaning(of: answer) ?? run.said.trimmed). The site is published all the "
        + "same, and search engines find what changed by the sitemap")
  }

  private static func meaning(of answer: String) -> String? {
    switch answer {
    case "000", "": nil
    case "400": "it did not understand the request (400)"
    case "403": "it does not find the key at the site's address (403)"
    case "422": "the addresses are not of the site that the key is for (422)"
    case "429": "it was asked too often (429); wait for a day"
    default: "it answered with status \(answer)"
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    guard let line = split(separator: "\n").last else { return "there was no answer" }
    return String(line.drop(while: \.isWhitespace))
  }
}
