extension Response {
  /// Returns a response with the bytes, the requested range of them, or "not modified".
  package static func content(
    _ bytes: [UInt8], type: String, status: Int = 200, for request: Request
  ) -> Response {
    let tag = EntityTag(of: bytes)
    var headers = [("ETag", tag.text), ("Cache-Control", "no-cache")]
    let names = request.values("if-none-match")
    if status == 200, names.contains(where: tag.matches) {
      return Response(304, headers: headers)
    }
    headers += [("Content-Type", type), ("Accept-Ranges", "bytes")]
    guard status == 200, request.method == "GET", let wanted = request.value("range"),
      request.value("if-range").map({ $0 == tag.text }) ?? true,
      let range = ByteRange(wanted, of: bytes.count)
    else { return Response(status, headers: headers, body: bytes) }
    switch range {
    case .part(let range):
      let place = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(bytes.count)"
      return Response(206, headers: headers + [("Content-Range", place)], body: Array(bytes[range]))
    case .unsatisfiable:
      return refusal(
        416, "range not satisfiable", headers: [("Content-Range", "bytes */\(bytes.count)")])
    }
  }

  /// Returns a redirect to an address, which is relative to the server's root.
  package static func redirect(_ status: Int = 301, to location: String) -> Response {
    refusal(status, "moved", headers: [("Location", location), ("Cache-Control", "no-cache")])
  }
}
