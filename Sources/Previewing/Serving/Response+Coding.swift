import Compressing

extension Response {
  /// Returns a response with a file, or with a compressed copy of it that the client accepts.
  static func file(
    _ bytes: [UInt8], type: String, at path: String, of site: any ServedSite, for request: Request
  ) -> Response {
    // A range is one of the plain file.
    let wanted = request.values("range").isEmpty ? ContentCoding.allCases : []
    let copies = wanted.lazy.filter { accepts($0, request) }.compactMap { coding in
      site.copy(of: path, bytes, in: coding).map { (coding, $0) }
    }
    guard let (coding, copy) = copies.first else {
      return content(bytes, type: type, for: request)
    }
    var response = content(copy, type: type, for: request)
    response.headers.removeAll { $0.name == "Accept-Ranges" }
    response.headers += [("Content-Encoding", coding.rawValue), ("Vary", "Accept-Encoding")]
    return response
  }

  /// Whether a client accepts a coding: it names it, and not with a weight of zero.
  private static func accepts(_ coding: ContentCoding, _ request: Request) -> Bool {
    request.values("accept-encoding").flatMap { $0.split(separator: ",") }.contains { part in
      let words = part.split { $0 == ";" || $0 == " " || $0 == "\t" }
      let isRefused = words.dropFirst().contains {
        ["q=0", "q=0.0", "q=0.00", "q=0.000"].contains($0)
      }
      return words.first?.lowercased() == coding.rawValue && !isRefused
    }
  }
}
