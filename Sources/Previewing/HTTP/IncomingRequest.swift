import CMicroHTTPD

/// A request while the library takes it apart, from its first line to its answer.
///
/// One thread at a time uses it: the one that serves the connection.
final class IncomingRequest {
  /// Path and query as they were sent; nil when they are not UTF-8.
  private let target: String?
  /// How many NULs the parser leaves of the request line.
  private let lineMarks: Int
  /// Whether a header of ours stands before the client's.
  private let hidesBodySize: Bool
  /// Whether headers and body are here.
  var isComplete = false

  /// - Parameter target: in the library's buffer, before it looks at the query.
  init(_ target: UnsafePointer<CChar>, on connection: OpaquePointer) {
    let text = unsafe String(validatingCString: target)
    self.target = text
    let query = text?.utf8.drop { $0 != UInt8(ascii: "?") }.count ?? 0
    // Behind method and target, and two for CR LF; the query loses its `?` and its first byte.
    lineMarks = 4 + min(query, 2)
    unsafe versus_hide_query(target)
    hidesBodySize = unsafe versus_expect_no_body(connection) != 0
  }

  /// The request with its headers; nil when it is not one that HTTP allows.
  func request(_ method: UnsafePointer<CChar>, on connection: OpaquePointer) -> Request? {
    let headers = unsafe headers(of: connection).dropFirst(hidesBodySize ? 1 : 0)
    guard let target, unsafe !hasStrayMarks(method, headers.count, on: connection),
      target.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7f })
    else { return nil }
    let path = target.prefix { $0 != "?" }
    return unsafe Request(
      String(cString: method), String(path), query: String(target.dropFirst(path.count)),
      headers: Array(headers))
  }

  /// The parser ends each part with NULs where it stands. Any other number of them means that the
  /// client sent one, which would cut a text short; or a bare LF or a folded header, which a server
  /// may refuse too (RFC 9112, sections 2.2 and 5.2).
  private func hasStrayMarks(
    _ method: UnsafePointer<CChar>, _ headerCount: Int, on connection: OpaquePointer
  ) -> Bool {
    // Request line and headers stand in one piece from the method on; the library counts them.
    let size = unsafe versus_header_size_of(connection)
    let bytes = unsafe UnsafeBufferPointer(start: method, count: size)
    // Each header ends its name with one and its line with two; the empty line is two.
    return unsafe bytes.count(where: { $0 == 0 }) != lineMarks + 3 * headerCount + 2
  }
}

/// Names in lower case, in the order in which they came.
private func headers(of connection: OpaquePointer) -> [(name: String, value: String)] {
  var found: [(name: String, value: String)] = []
  // The pointer to the list is used during the call alone.
  unsafe withUnsafeMutablePointer(to: &found) { list in
    _ = unsafe MHD_get_connection_values(
      connection, .HEADER_KIND,
      { list, _, name, value in
        guard let name = unsafe name else { return .YES }
        let header = unsafe (
          String(cString: name).lowercased(), value.map { unsafe String(cString: $0) } ?? ""
        )
        unsafe list?.assumingMemoryBound(to: [(name: String, value: String)].self).pointee
          .append(header)
        return .YES
      }, list)
  }
  return found
}
