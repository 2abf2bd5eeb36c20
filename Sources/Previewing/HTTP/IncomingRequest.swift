import CMicroHTTPD

/// A request while the library parses it, from its first line to the response.
///
/// Only one thread at a time uses a request: the thread that serves the connection.
final class IncomingRequest {
  /// The path and query as sent; nil if they are not UTF-8.
  private let target: String?
  /// The number of NULs that the parser leaves in the request line.
  private let lineMarks: Int
  /// Whether a header of ours precedes the client's.
  private let hidesBodySize: Bool
  /// Whether headers and body have arrived.
  var isComplete = false

  /// - Parameter target: the address in the library's buffer, before the library parses the query.
  init(_ target: UnsafePointer<CChar>, on connection: OpaquePointer) {
    let text = unsafe String(validatingCString: target)
    self.target = text
    let query = text?.utf8.drop { $0 != UInt8(ascii: "?") }.count ?? 0
    // One NUL each after method and target, and two for CR LF; a query loses its `?` and its first
    // byte.
    lineMarks = 4 + min(query, 2)
    unsafe versus_hide_query(target)
    hidesBodySize = unsafe versus_expect_no_body(connection) != 0
  }

  /// Returns the request with its headers; nil if HTTP does not allow it.
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

  /// Reports whether the headers contain an unexpected NUL. The parser ends each part in place with
  /// NULs. Any other number of them means that the client sent a NUL, which would truncate a text,
  /// or a bare LF or a folded header, which a server may refuse as well (RFC 9112, sections 2.2 and
  /// 5.2).
  private func hasStrayMarks(
    _ method: UnsafePointer<CChar>, _ headerCount: Int, on connection: OpaquePointer
  ) -> Bool {
    // Request line and headers are contiguous from the method on, and the library knows their size.
    let size = unsafe versus_header_size_of(connection)
    let bytes = unsafe UnsafeBufferPointer(start: method, count: size)
    // A header has one NUL after its name and two after its line; the empty line has two.
    return unsafe bytes.count(where: { $0 == 0 }) != lineMarks + 3 * headerCount + 2
  }
}

/// Returns the headers in the order received, with names in lower case.
private func headers(of connection: OpaquePointer) -> [(name: String, value: String)] {
  var found: [(name: String, value: String)] = []
  // The library uses the pointer to the list only during the call.
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
