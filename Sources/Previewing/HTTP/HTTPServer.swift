import CMicroHTTPD
import Dispatch
import Glibc
package import System
import Templating

/// An HTTP server on a socket; the only file that calls libmicrohttpd, beside `EventStream`.
///
/// Goes in: requests, bounded in size and time. Comes out: what the handler answers, from several
/// threads at once.
package final class HTTPServer: Sendable {
  package enum Reply: Sendable {
    case response(Response)
    /// Events, until the client or the server ends.
    case events
  }

  private static let threads: UInt32 = 4
  private static let connections: UInt32 = 1024
  /// A client that neither sends nor reads for so long is let go.
  private static let idleSeconds: UInt32 = 15
  /// Request line and headers together; larger ones get 431 or 414.
  private static let headerBytes = 32 * 1024

  private let daemon: Daemon
  private let context: Context

  /// - Throws: `FileFailure` when the system gives no threads.
  package init(
    _ socket: consuming ListeningSocket, events: EventStream,
    handler: @escaping @Sendable (Request) -> Reply
  ) throws(FileFailure) {
    context = Context(events: events, handler: handler)
    var server = unsafe versus_server()
    unsafe server.socket = socket.descriptor
    unsafe server.threads = Self.threads
    unsafe server.connections = Self.connections
    unsafe server.idle_seconds = Self.idleSeconds
    unsafe server.header_bytes = Self.headerBytes
    // The context outlives the daemon: both belong to this object, which stops the daemon first.
    unsafe server.context = Unmanaged.passUnretained(context).toOpaque()
    unsafe server.answer = answer
    unsafe server.connected = connected
    unsafe server.completed = completed
    guard let daemon = unsafe versus_start(server) else {
      throw FileFailure("cannot serve on port", "\(socket.port)")
    }
    unsafe self.daemon = Daemon(pointer: daemon)
  }

  /// Ends all connections; the object is of no use after.
  package func stop() {
    context.deadlines.stop()
    context.events.stop()
    unsafe MHD_stop_daemon(daemon.pointer)
  }
}

/// The library's daemon, whose functions may be called from any thread.
@safe private struct Daemon: @unchecked Sendable {
  let pointer: OpaquePointer
}

/// What the library's callbacks are given.
private final class Context: Sendable {
  let events: EventStream
  let deadlines = RequestDeadlines()
  let handler: @Sendable (Request) -> HTTPServer.Reply

  init(events: EventStream, handler: @escaping @Sendable (Request) -> HTTPServer.Reply) {
    self.events = events
    self.handler = handler
  }

  static func of(_ pointer: UnsafeMutableRawPointer?) -> Context? {
    unsafe pointer.map { unsafe Unmanaged<Context>.fromOpaque($0).takeUnretainedValue() }
  }
}

/// A connection has begun or ended.
private let connected: MHD_NotifyConnectionCallback = { context, connection, _, event in
  guard let context = unsafe Context.of(context), let connection = unsafe connection else { return }
  let socket = unsafe versus_socket_of(connection)
  if event == .CONNECTION_NOTIFY_STARTED {
    context.deadlines.expectRequest(on: socket)
  } else {
    context.deadlines.forget(socket)
  }
}

/// A response was sent; the connection may bring another request.
private let completed: MHD_RequestCompletedCallback = { context, connection, _, _ in
  guard let context = unsafe Context.of(context), let connection = unsafe connection else { return }
  context.deadlines.expectRequest(on: unsafe versus_socket_of(connection))
}

/// Called when the headers are here, and again when the whole request is. An answer at the first
/// call closes the connection, which is right for a client that sends a body: it is never read.
private let answer: MHD_AccessHandlerCallback = {
  context, connection, path, method, _, _, _, mark in
  guard let context = unsafe Context.of(context), let connection = unsafe connection,
    let path = unsafe path, let method = unsafe method
  else { return .NO }
  context.deadlines.endWait(on: unsafe versus_socket_of(connection))
  // A path that is not UTF-8 is no path; the empty one is refused.
  let request = unsafe Request(
    String(cString: method), String(validatingCString: path) ?? "",
    query: query(of: connection), headers: headers(of: connection))
  if !request.hasBody, let mark = unsafe mark, unsafe mark.pointee == nil {
    unsafe mark.pointee = Unmanaged.passUnretained(context).toOpaque()
    return .YES
  }
  switch context.handler(request) {
  case .events: return unsafe context.events.open(connection)
  case .response(let response): return unsafe send(response, on: connection)
  }
}

private func send(_ response: Response, on connection: OpaquePointer) -> MHD_Result {
  var body = response.body
  // The library copies the body before the call returns.
  let made = unsafe body.withUnsafeMutableBytes {
    unsafe MHD_create_response_from_buffer($0.count, $0.baseAddress, .RESPMEM_MUST_COPY)
  }
  guard let made = unsafe made else { return .NO }
  defer { unsafe MHD_destroy_response(made) }
  for (name, value) in HTTPServer.headers(for: response) {
    unsafe MHD_add_response_header(made, name, value)
  }
  return unsafe MHD_queue_response(connection, UInt32(response.status), made)
}

extension HTTPServer {
  /// With those that every response has: what a browser must not guess, and must not lend to others.
  static func headers(for response: Response) -> [(name: String, value: String)] {
    response.headers + [
      ("X-Content-Type-Options", "nosniff"), ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
  }
}

private func headers(of connection: OpaquePointer) -> [(name: String, value: String)] {
  unsafe pairs(of: connection, .HEADER_KIND).map { ($0.name.lowercased(), $0.value ?? "") }
}

/// Put together again from its parts, which the library leaves as they were sent.
private func query(of connection: OpaquePointer) -> String {
  let parts = unsafe pairs(of: connection, .GET_ARGUMENT_KIND)
  let text = parts.map { $0.name + ($0.value.map { "=" + $0 } ?? "") }.joined(separator: "&")
  return text.isEmpty ? "" : "?" + text
}

private func pairs(
  of connection: OpaquePointer, _ kind: MHD_ValueKind
) -> [(name: String, value: String?)] {
  var found: [(name: String, value: String?)] = []
  // The pointer to the list is used during the call alone.
  unsafe withUnsafeMutablePointer(to: &found) { list in
    _ = unsafe MHD_get_connection_values(
      connection, kind,
      { list, _, name, value in
        guard let name = unsafe name else { return .YES }
        let pair = unsafe (String(cString: name), value.map { unsafe String(cString: $0) })
        unsafe list?.assumingMemoryBound(to: [(name: String, value: String?)].self).pointee
          .append(pair)
        return .YES
      }, list)
  }
  return found
}
