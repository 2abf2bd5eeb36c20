import CMicroHTTPD
import Dispatch
import Glibc
package import System
import Templating

/// An HTTP server on a socket. `IncomingRequest` and `EventStream` are the only other files that
/// call libmicrohttpd.
///
/// Input: requests, bounded in size and time. Output: the responses of a handler, which several
/// threads call at once.
package final class HTTPServer: Sendable {
  package enum Reply: Sendable {
    case response(Response)
    /// A stream of events that lasts until the client or the server ends it.
    case events
  }

  private static let threads: UInt32 = 4
  private static let connections: UInt32 = 1024
  /// The time after which a client that neither sends nor receives is disconnected.
  private static let idleSeconds: UInt32 = 15
  /// The limit for request line and headers together; larger requests get 431 or 414.
  private static let headerBytes = 32 * 1024

  private let daemon: Daemon
  private let context: Context

  /// - Throws: `FileFailure` when the system refuses to create threads.
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
    unsafe server.begin = begin
    unsafe server.answer = answer
    unsafe server.connected = connected
    unsafe server.completed = completed
    guard let daemon = unsafe versus_start(server) else {
      throw FileFailure("cannot serve on port", "\(socket.port)")
    }
    unsafe self.daemon = Daemon(pointer: daemon)
  }

  /// Closes all connections. The object cannot be used afterwards.
  package func stop() {
    context.deadlines.stop()
    context.events.stop()
    // `init` started the daemon, and this call waits for the daemon's threads to end.
    unsafe MHD_stop_daemon(daemon.pointer)
  }
}

/// The library's daemon. `Sendable` holds because its functions may be called from any thread.
@safe private struct Daemon: @unchecked Sendable {
  let pointer: OpaquePointer
}

/// The state that the library passes to its callbacks.
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

// Callbacks use the connection and the C strings only until they return, for as long as the library
// lends them. `EventStream` may keep a connection longer, and explains why that is safe.

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

/// Called with the request line, before the library parses the address.
private let begin: versus_begin = { _, target, connection in
  guard let connection = unsafe connection, let target = unsafe target else { return nil }
  let request = unsafe IncomingRequest(target, on: connection)
  // `completed`, which the library calls once for each begun request, releases the object.
  return unsafe Unmanaged.passRetained(request).toOpaque()
}

/// Called after a response was sent or the connection was lost. A connection may bring another
/// request.
private let completed: MHD_RequestCompletedCallback = { context, connection, request, _ in
  if let request = unsafe request, let pointer = unsafe request.pointee {
    unsafe Unmanaged<IncomingRequest>.fromOpaque(pointer).release()
    unsafe request.pointee = nil
  }
  guard let context = unsafe Context.of(context), let connection = unsafe connection else { return }
  context.deadlines.expectRequest(on: unsafe versus_socket_of(connection))
}

/// Called when the headers have arrived, and again when the whole request has. Answering in the
/// first call closes the connection, which is right for a client that sends a body, because bodies
/// are never read.
private let answer: MHD_AccessHandlerCallback = {
  context, connection, _, method, _, _, _, mark in
  guard let context = unsafe Context.of(context), let connection = unsafe connection,
    let method = unsafe method, let pointer = unsafe mark?.pointee
  else { return .NO }
  let incoming = unsafe Unmanaged<IncomingRequest>.fromOpaque(pointer).takeUnretainedValue()
  context.deadlines.endWait(on: unsafe versus_socket_of(connection))
  guard let request = unsafe incoming.request(method, on: connection) else {
    return unsafe send(.refusal(400, "malformed request"), on: connection, closing: true)
  }
  if !request.hasBody, !incoming.isComplete {
    incoming.isComplete = true
    return .YES
  }
  switch context.handler(request) {
  case .events: return unsafe context.events.open(connection)
  case .response(let response):
    return unsafe send(response, on: connection, closing: request.hasBody)
  }
}

/// Sends a response.
///
/// - Parameter isClosing: whether to close the connection, because the bytes that follow are not a
///   request but would be parsed as one.
private func send(
  _ response: Response, on connection: OpaquePointer, closing isClosing: Bool
) -> MHD_Result {
  var body = response.body
  // The library copies the body before the call returns.
  let made = unsafe body.withUnsafeMutableBytes {
    unsafe MHD_create_response_from_buffer($0.count, $0.baseAddress, .RESPMEM_MUST_COPY)
  }
  guard let made = unsafe made else { return .NO }
  // The response is reference-counted: queueing it retains it. The library copies headers.
  defer { unsafe MHD_destroy_response(made) }
  for (name, value) in HTTPServer.headers(for: response) {
    unsafe MHD_add_response_header(made, name, value)
  }
  if isClosing { unsafe MHD_add_response_header(made, "Connection", "close") }
  return unsafe MHD_queue_response(connection, UInt32(response.status), made)
}

extension HTTPServer {
  /// Returns the response's headers and those of every response, which keep browsers from guessing
  /// types and other sites from embedding the content.
  static func headers(for response: Response) -> [(name: String, value: String)] {
    response.headers + [
      ("X-Content-Type-Options", "nosniff"), ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
  }
}
