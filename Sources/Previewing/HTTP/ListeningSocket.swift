import Glibc
package import System

/// A listening socket, and its address.
package struct ListeningSocket: ~Copyable {
  package let port: Int
  let descriptor: Int32

  /// - Parameters:
  ///   - host: a name or an address.
  ///   - port: the port; 0 for any port.
  ///   - isStrict: whether a port in use is a failure; otherwise the next free port is taken.
  /// - Throws: `FileFailure`.
  package init(host: String, port: Int, isStrict: Bool) throws(FileFailure) {
    let last = isStrict || port == 0 ? port : min(port + 200, 65535)
    for candidate in port...max(port, last) {
      let (descriptor, code) = Self.listen(host: host, port: candidate)
      if descriptor >= 0 {
        self.descriptor = descriptor
        self.port = Self.port(of: descriptor) ?? candidate
        return
      }
      if code != EADDRINUSE || candidate == last {
        throw FileFailure("cannot listen on", "\(host):\(candidate)", code: code)
      }
    }
    throw FileFailure("cannot listen on", "\(host):\(port)", code: EADDRINUSE)
  }

  /// Opens a listening socket; returns its descriptor, or -1 and the error code.
  private static func listen(host: String, port: Int) -> (descriptor: Int32, code: Int32) {
    // The hints hold no pointers, and `getaddrinfo` reads them only during the call.
    var hints = unsafe addrinfo()
    unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    unsafe hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
    var list: UnsafeMutablePointer<addrinfo>?
    let name = host == "localhost" ? "127.0.0.1" : host
    guard unsafe getaddrinfo(name, "\(port)", &hints, &list) == 0, let first = unsafe list else {
      return (-1, EADDRNOTAVAIL)
    }
    // The list has at least one entry and stays valid until `defer` frees it, after `bind`.
    defer { unsafe freeaddrinfo(first) }
    let address = unsafe first.pointee
    let type = unsafe address.ai_socktype | Int32(SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let descriptor = unsafe socket(address.ai_family, type, address.ai_protocol)
    guard descriptor >= 0 else { return (-1, errno) }
    var yes: Int32 = 1
    // `setsockopt` reads one `Int32`, as the given size says.
    _ = unsafe setsockopt(
      descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    if unsafe bind(descriptor, address.ai_addr, address.ai_addrlen) == 0,
      Glibc.listen(descriptor, 256) == 0
    {
      return (descriptor, 0)
    }
    let code = errno
    close(descriptor)
    return (-1, code)
  }

  /// Returns the port that the system chose.
  private static func port(of descriptor: Int32) -> Int? {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    // Addresses of both families begin with family and port, in network byte order.
    return unsafe withUnsafeMutablePointer(to: &storage) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        guard unsafe getsockname(descriptor, $0, &length) == 0 else { return nil }
        return unsafe $0.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
          unsafe Int(UInt16(bigEndian: $0.pointee.sin_port))
        }
      }
    }
  }
}
