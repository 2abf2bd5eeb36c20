import CMicroHTTPD
import Dispatch
import Glibc
package import System
import Templating

/// An HTTP server on a socket. Besides `EventStream`, no other file calls libmicrohttpd.
///
/// Input is requests, bounded in size and time; output is the answers of the handler, which several
/// threads call at once.
package final class HTTPServer: Sendable {
  package enum Reply: Sendable {
    case response(Response)
    /// A stream of events that lasts until the client or the server ends it.
    case events
  }

  private static let threads: UInt32 = 4
  private static let connections: UInt32 = 1024
  /// A client that neither sends nor reads for this long is disconnected.
  private static let idleSeconds: UInt32 = 15
  /// The limit for request line and headers together; larger requests get 431 or 414.
  private static let headerBytes = 32 * 1024

  private let daemon: Daemon
  private let context: Context

  /// - Throws: `FileFailure` when the system gives no threads.
  package init(
    _ socket: consuming ListeningSocket, events: EventStream,
    handler: @escaping @Sendable (Request) -> Reply
  ) throws(FileFailure) {
    context = Context(events: events, handler: handler)
    // `versus_start` copies the settings before it returns.
    var server = unsafe versus_server()
    unsafe server.socket = socket.descriptor
    unsafe server.threads = Self.threads
    unsafe server.connections = Self.connections
    unsafe server.idle_seconds = Self.idleSeconds
    unsafe server.header_bytes = Self.headerBytes
    // The context outlives the daemon: this object owns both and stops the daemon first.
    unsafe server.context = Unmanaged.passUnretained(context).toOpaque()
    unsafe server.answer = answer
    unsafe server.connected = connected
    unsafe server.completed = completed
    guard let daemon = unsafe versus_start(server) else {
      throw FileFailure("cannot serve on port", "\(socket.port)")
    }
    unsafe self.daemon = Daemon(pointer: daemon)
  }

  /// Ends all connections. The object cannot be used afterwards.
  package func stop() {
    context.deadlines.stop()
    context.events.stop()
    // The daemon was started by `init`, and the library waits here for its threads to end.
    unsafe MHD_stop_daemon(daemon.pointer)
  }
}

/// The library's daemon. Its functions may be called from any thread.
@safe private struct Daemon: @unchecked Sendable {
  let pointer: OpaquePointer
}

/// What the library passes to its callbacks.
private final class Context: Sendable {
  let events: EventStream
  let deadlines = RequestDeadlines()
  let handler: @Sendable (Request) -> HTTPServer.Reply

  init(events: EventStream, handler: @escaping @Sendable (Request) -> HTTPServer.Reply) {
    self.events = events
    self.handler = handler
  }

  static func of(_ pointer: UnsafeMutableRawPointer?) -> Context? {
    // The pointer is the context from `init`, which outlives the daemon and its callbacks.
    unsafe pointer.map { unsafe Unmanaged<Context>.fromOpaque($0).takeUnretainedValue() }
  }
}

// Callbacks use the connection and the C strings only while the library lends them: until they
// return. `EventStream` may keep a connection longer, and says why.

/// Called when a connection begins or ends.
private let connected: MHD_NotifyConnectionCallback = { context, connection, _, event in
  guard let context = unsafe Context.of(context), let connection = unsafe connection else { return }
  let socket = unsafe versus_socket_of(connection)
  if event == .CONNECTION_NOTIFY_STARTED {
    context.deadlines.expectRequest(on: socket)
  } else {
    context.deadlines.forget(socket)
  }
}

/// Called when a response was sent; the connection may carry another request.
private let completed: MHD_RequestCompletedCallback = { context, connection, _, _ in
  guard let context = unsafe Context.of(context), let connection = unsafe connection else { return }
  context.deadlines.expectRequest(on: unsafe versus_socket_of(connection))
}

/// Called when the headers have arrived, and again when the whole request has. Answering the first
/// call closes the connection, which is right for a client with a body, because bodies are never
/// read.
private let answer: MHD_AccessHandlerCallback = {
  context, connection, path, method, _, _, _, mark in
  guard let context = unsafe Context.of(context), let connection = unsafe connection,
    let path = unsafe path, let method = unsafe method
  else { return .NO }
  context.deadlines.endWait(on: unsafe versus_socket_of(connection))
  // A path that is not UTF-8 becomes empty and is refused.
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
  // The library counts references: a queued response outlives this one. It copies headers.
  defer { unsafe MHD_destroy_response(made) }
  for (name, value) in HTTPServer.headers(for: response) {
    unsafe MHD_add_response_header(made, name, value)
  }
  return unsafe MHD_queue_response(connection, UInt32(response.status), made)
}

extension HTTPServer {
  /// The response's headers, and those that every response has: they keep browsers from guessing
  /// types and from lending content to other sites.
  static func headers(for response: Response) -> [(name: String, value: String)] {
    response.headers + [
      ("X-Content-Type-Options", "nosniff"), ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
  }
}

private func headers(of connection: OpaquePointer) -> [(name: String, value: String)] {
  unsafe pairs(of: connection, .HEADER_KIND).map { ($0.name.lowercased(), $0.value ?? "") }
}

/// The query, rebuilt from the arguments that the library leaves as they were sent.
private func query(of connection: OpaquePointer) -> String {
  let parts = unsafe pairs(of: connection, .GET_ARGUMENT_KIND)
  let text = parts.map { $0.name + ($0.value.map { "=" + $0 } ?? "") }.joined(separator: "&")
  return text.isEmpty ? "" : "?" + text
}

private func pairs(
  of connection: OpaquePointer, _ kind: MHD_ValueKind
) -> [(name: String, value: String?)] {
  var found: [(name: String, value: String?)] = []
  // The callback uses the pointer to the list only during the call.
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
