/// A response. The server leaves out the body for `HEAD` requests.
package struct Response: Sendable {
  package var status: Int
  package var headers: [(name: String, value: String)] = []
  package var body: [UInt8] = []

  package init(_ status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// Returns a refusal: a status with its reason as text.
  package static func refusal(
    _ status: Int, _ reason: String, headers: [(name: String, value: String)] = []
  ) -> Response {
    Response(
      status, headers: [("Content-Type", "text/plain; charset=utf-8")] + headers,
      body: Array("\(status) \(reason)\n".utf8))
  }

  package func value(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}
