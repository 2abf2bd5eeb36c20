import Glibc

/// The host names that the server accepts, to prevent DNS rebinding (Y-05).
package struct AllowedHosts: Sendable {
  private var names: Set<String>
  private let allowsAddresses: Bool
  private let port: Int

  /// - Parameter host: the name or address that the server listens on, as the user wrote it.
  package init(listeningOn host: String, port: Int) {
    self.port = port
    names = [host.lowercased()]
    allowsAddresses = ["0.0.0.0", "::"].contains(host)
    if Self.isLoopback(host) || allowsAddresses {
      names.formUnion(["localhost", "127.0.0.1", "::1"])
    }
    if allowsAddresses { names.formUnion(Self.machineNames) }
  }

  /// Checks a `Host` header, which must be an accepted name or address with the server's port.
  package func allows(host header: String) -> Bool {
    guard let (name, port) = Self.parts(header) else { return false }
    guard port == self.port || (port == nil && self.port == 80) else { return false }
    return names.contains(name) || (allowsAddresses && Self.isAddress(name))
  }

  /// Checks an `Origin` header, which must be that of a page on this server; `null` is not.
  package func allows(origin header: String) -> Bool {
    header.hasPrefix("http://") && allows(host: String(header.dropFirst("http://".count)))
  }

  /// Returns the name to use in addresses for a listening host.
  package static func name(for host: String) -> String {
    switch host {
    case "0.0.0.0": "127.0.0.1"
    case "::": "[::1]"
    default: host.contains(":") ? "[\(host)]" : host
    }
  }

  package static func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host == "::1" || (host.hasPrefix("127.") && isAddress(host))
  }

  /// Splits a header into the name, in lower case and without brackets, and the port; nil if the
  /// header is malformed.
  private static func parts(_ header: String) -> (name: String, port: Int?)? {
    var rest = header.lowercased()[...]
    var name: Substring
    if rest.first == "[" {
      guard let close = rest.firstIndex(of: "]") else { return nil }
      name = rest[..<close].dropFirst()
      guard name.contains(":") else { return nil }
      rest = rest[close...].dropFirst()
    } else {
      name = rest.prefix { $0 != ":" }
      rest = rest.dropFirst(name.count)
    }
    if rest.isEmpty { return (String(name), nil) }
    guard rest.first == ":", rest.dropFirst().utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let port = Int(rest.dropFirst())
    else { return nil }
    return (String(name), port)
  }

  /// Reports whether a name is a numeric address, which no name server can redirect.
  private static func isAddress(_ name: String) -> Bool {
    var four = in_addr()
    var six = in6_addr()
    // Each variable has exactly the size that `inet_pton` writes for its address family.
    return unsafe inet_pton(AF_INET, name, &four) == 1 || inet_pton(AF_INET6, name, &six) == 1
  }

  private static var machineNames: [String] {
    var buffer = [CChar](repeating: 0, count: 256)
    // The last byte is never written, so the name always ends with a NUL.
    guard unsafe gethostname(&buffer, buffer.count - 1) == 0 else { return [] }
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let name = String(decoding: bytes, as: UTF8.self).lowercased()
    return name.isEmpty ? [] : [name, name + ".local"]
  }
}
