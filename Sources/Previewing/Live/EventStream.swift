import CMicroHTTPD
import Glibc
import Synchronization

/// Server-sent events: a new client receives the newest message, followed by each later one.
///
/// A slow client receives only the newest message, so that nothing piles up. An idle connection is
/// suspended, so that it occupies no thread.
package final class EventStream: Sendable {
  private struct State {
    var message: [UInt8] = []
    var clients: [ObjectIdentifier: Client] = [:]
    var isStopped = false
  }

  private let state = Mutex(State())
  private let timer = Ticker()
  /// The number of ticks between comments, which show whether an idle client is still there.
  private static let heartbeatTicks = 15
  private let tick = Mutex(0)

  package init() {
    timer.start(everySeconds: 1) { [weak self] in self?.endGone() }
  }

  /// Sends a one-line message to all clients, and to each client that connects later.
  package func publish(_ message: String) {
    // The browser reconnects half a second after losing the server.
    let bytes = Array("retry: 500\ndata: \(message)\n\n".utf8)
    state.withLock { state in
      state.message = bytes
      for client in state.clients.values { client.send(bytes) }
    }
  }

  package var clientCount: Int { state.withLock { $0.clients.count } }

  /// Ends all streams. No stream can be opened afterwards.
  func stop() {
    timer.stop()
    state.withLock { state in
      state.isStopped = true
      for client in state.clients.values { client.end() }
    }
  }

  /// Ends the streams of clients that have closed their side.
  private func endGone() {
    let isBeat = tick.withLock { tick in
      tick = (tick + 1) % Self.heartbeatTicks
      return tick == 0
    }
    state.withLock { state in
      for client in state.clients.values {
        if client.isGone { client.end() } else if isBeat { client.send(Array(": \n\n".utf8)) }
      }
    }
  }

  /// Responds to a request with the stream.
  func open(_ connection: OpaquePointer) -> MHD_Result {
    // libmicrohttpd keeps the connection valid during this call. `Client` explains why a client may
    // use the connection longer.
    let client = unsafe Client(self, connection)
    // The response retains the client until the library calls `free`.
    let context = unsafe Unmanaged.passRetained(client).toOpaque()
    guard
      let response = unsafe MHD_create_response_from_callback(
        .max, 4096, { unsafe Client.of($0)?.read(into: $2, room: $3) ?? Client.end },
        context, { unsafe Client.release($0) })
    else {
      unsafe Unmanaged<Client>.fromOpaque(context).release()
      return .NO
    }
    // The response is reference-counted: queueing it retains it. The library copies headers.
    defer { unsafe MHD_destroy_response(response) }
    let headers = [("Content-Type", "text/event-stream; charset=utf-8")]
    for (name, value) in HTTPServer.headers(
      for: Response(200, headers: headers + [("Cache-Control", "no-store")]))
    {
      unsafe MHD_add_response_header(response, name, value)
    }
    let isOpen = state.withLock { state in
      client.send(state.message)
      if !state.isStopped { state.clients[ObjectIdentifier(client)] = client }
      return !state.isStopped
    }
    guard isOpen else { return .NO }
    return unsafe MHD_queue_response(connection, 200, response)
  }

  fileprivate func remove(_ client: Client) {
    state.withLock { _ = $0.clients.removeValue(forKey: ObjectIdentifier(client)) }
  }
}

/// A client of the stream. The library's thread reads from a client; other threads send to it.
private final class Client: Sendable {
  static let end = -1

  private struct State {
    var pending: ArraySlice<UInt8> = []
    var isSuspended = false
    var isEnded = false
    /// Whether the library has released the connection.
    var isReleased = false
  }

  /// A connection, valid until `release`, which the library calls before it frees the connection.
  /// The connection is used only while `state` is locked, so by one thread at a time, and never
  /// once `isReleased` is set.
  @safe private struct Connection: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  private let state = Mutex(State())
  private let connection: Connection
  private let stream: EventStream

  init(_ stream: EventStream, _ connection: OpaquePointer) {
    self.stream = stream
    unsafe self.connection = Connection(pointer: connection)
  }

  static func of(_ context: UnsafeMutableRawPointer?) -> Client? {
    // The context is the pointer from `open`, which is retained until `release`.
    unsafe context.map { unsafe Unmanaged<Client>.fromOpaque($0).takeUnretainedValue() }
  }

  static func release(_ context: UnsafeMutableRawPointer?) {
    // The library calls this once for each context and never uses the context again.
    guard let context = unsafe context else { return }
    let client = unsafe Unmanaged<Client>.fromOpaque(context).takeRetainedValue()
    client.state.withLock { $0.isReleased = true }
    client.stream.remove(client)
  }

  func send(_ bytes: [UInt8]) {
    state.withLock { state in
      // A message that was partly sent is completed; one that is still waiting is replaced.
      if state.pending.isEmpty || state.pending.startIndex == 0 { state.pending = bytes[...] }
      wake(&state)
    }
  }

  func end() {
    state.withLock { state in
      state.isEnded = true
      wake(&state)
    }
  }

  private func wake(_ state: inout State) {
    guard state.isSuspended, !state.isReleased else { return }
    state.isSuspended = false
    // The connection is valid, because `isReleased` is false and `state` is locked.
    unsafe MHD_resume_connection(connection.pointer)
  }

  /// Whether the client has closed its side.
  var isGone: Bool {
    state.withLock { state in
      guard state.isSuspended, !state.isReleased else { return false }
      // The connection is valid, because `isReleased` is false and `state` is locked.
      var poll = unsafe pollfd(
        fd: versus_socket_of(connection.pointer), events: Int16(0x2000 /* POLLRDHUP */), revents: 0)
      return unsafe Glibc.poll(&poll, 1, 0) > 0
    }
  }

  /// Copies pending bytes into the library's buffer. Without pending bytes, the connection sleeps
  /// until `wake`.
  func read(into buffer: UnsafeMutablePointer<CChar>?, room: Int) -> Int {
    state.withLock { state in
      if state.isEnded { return Self.end }
      // The library calls this before `release`, with a buffer of `room` bytes.
      guard let buffer = unsafe buffer, !state.pending.isEmpty else {
        state.isSuspended = true
        unsafe MHD_suspend_connection(connection.pointer)
        return 0
      }
      let part = state.pending.prefix(room)
      for (index, byte) in part.enumerated() { unsafe buffer[index] = CChar(bitPattern: byte) }
      state.pending = state.pending.dropFirst(part.count)
      return part.count
    }
  }
}
