/// A client's request, of which only syntax and size have been checked.
package struct Request: Sendable {
  package let method: String
  /// The path as sent, with its escapes and without the query.
  package let target: String
  /// The query as sent, including `?`; empty if there is none.
  package let query: String
  /// The headers in the order received, with names in lower case.
  package let headers: [(name: String, value: String)]

  package init(
    _ method: String, _ target: String, query: String = "",
    headers: [(name: String, value: String)] = []
  ) {
    self.method = method
    self.target = target
    self.query = query
    self.headers = headers
  }

  /// Returns all values of a header.
  package func values(_ name: String) -> [String] {
    headers.filter { $0.name == name }.map(\.value)
  }

  /// Returns the value of a header that may occur once; nil if the header is missing or repeated.
  package func value(_ name: String) -> String? {
    let values = values(name)
    return values.count == 1 ? values[0] : nil
  }

  /// The limit on query arguments. No page reads them; browsers and forms send only a few.
  static let maxArguments = 490

  var argumentCount: Int {
    query.isEmpty ? 0 : 1 + query.utf8.count { $0 == UInt8(ascii: "&") }
  }

  /// Whether `Content-Length`, if present, is a single number.
  var hasPlausibleSize: Bool {
    let sizes = Set(values("content-length"))
    return sizes.count <= 1
      && sizes.allSatisfy { size in
        !size.isEmpty && size.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
  }

  /// Whether the request has a body. The preview reads no bodies.
  var hasBody: Bool {
    headers.contains { $0.name == "transfer-encoding" }
      || values("content-length").contains { $0 != "0" }
  }
}
