import Foundation
import TestSites

/// A web server that reads a file of the site, started on loopback.
enum Server: String, CaseIterable {
  case nginx, caddy, apache

  private var program: String {
    switch self {
    case .nginx: "/usr/sbin/nginx"
    case .caddy: "/usr/bin/caddy"
    case .apache: "/usr/sbin/apache2"
    }
  }

  var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

  private var port: Int {
    switch self {
    case .nginx: 18_761
    case .caddy: 18_762
    case .apache: 18_763
    }
  }

  /// Tests of other addresses run at the same time, so each address has a port.
  private static func offset(of base: String) -> Int {
    base == "/" ? 0 : base == "/base/" ? 10 : 20
  }

  /// A server that runs, and the files that it shows.
  final class Run {
    let site: [String: Data]
    private let versus: Versus
    private let process: Process
    private let address: String

    fileprivate init(_ versus: Versus, _ process: Process, _ address: String) throws {
      (self.versus, self.process, self.address) = (versus, process, address)
      site = try versus.files(in: "public")
    }

    func stop() {
      // A test may run on a thread that blocks signals, and then the server ignores any other.
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }

    struct Answer {
      let status: Int
      let headers: [String: String]
      let body: Data

      subscript(name: String) -> String? { headers[name] }
    }

    /// Asks once, without following redirects.
    func ask(_ path: String, _ options: String...) throws -> Answer {
      let (head, body) = ("\(versus.folder)/head", "\(versus.folder)/body")
      let curl = Process()
      curl.executableURL = URL(filePath: "/usr/bin/curl")
      curl.arguments =
        [
          "-s", "--retry", "40", "--retry-delay", "0", "--retry-connrefused", "--retry-max-time",
          "20",
        ]
        + options + ["-D", head, "-o", body, address + path]
      try curl.run()
      curl.waitUntilExit()
      let lines = try String(contentsOfFile: head, encoding: .utf8).split(separator: "\r\n")
      let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
      let headers = lines.dropFirst().compactMap { line -> (String, String)? in
        guard let colon = line.firstIndex(of: ":") else { return nil }
        return (
          line[..<colon].lowercased(),
          line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        )
      }
      return Answer(
        status: status ?? 0, headers: Dictionary(headers) { $1 },
        body: FileManager.default.contents(atPath: body) ?? Data())
    }
  }

  /// Builds a site for an address, and starts the server in front of it.
  func start(base: String, _ build: (_ address: String) throws -> Versus) throws -> Run {
    let address = "http://127.0.0.1:\(port + Self.offset(of: base))\(base)"
    let versus = try build(address)
    // The folder that the path of the address begins in.
    let root = versus.folder + (base == "/" ? "/public" : "/root")
    if base != "/" {
      try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: root + base.dropLast(), withDestinationPath: versus.folder + "/public")
    }
    let port = "\(port + Self.offset(of: base))"
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": versus.folder,
      "SITE_ROOT": versus.folder + "/public", "CADDY_ADMIN": "unix/\(versus.folder)/admin",
    ]
    process.arguments = try arguments(versus, root: root, port: port)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return try Run(versus, process, address)
  }

  private func arguments(_ versus: Versus, root: String, port: String) throws -> [String] {
    let folder = versus.folder
    switch self {
    case .nginx:
      let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map { "\($0)_temp_path \(folder)/tmp;" }.joined()
      try versus.write(
        """
        daemon off; master_process off; \(getuid() == 0 ? "user root;" : "")
        pid \(folder)/pid; error_log \(folder)/log;
        events { }
        http {
          include /etc/nginx/mime.types; access_log off;
          \(temporary)
          server { listen 127.0.0.1:\(port); root \(root); include \(folder)/public/nginx.conf; }
        }
        """, to: "main.conf")
      return ["-c", folder + "/main.conf", "-e", folder + "/log"]
    case .caddy: return ["run", "--config", folder + "/public/Caddyfile", "--adapter", "caddyfile"]
    case .apache:
      let modules = [
        "mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "filter", "deflate",
      ].map { "LoadModule \($0)_module /usr/lib/apache2/modules/mod_\($0).so\n" }.joined()
      try versus.write(
        """
        ServerRoot /etc/apache2
        ServerName localhost
        PidFile \(folder)/pid
        ErrorLog \(folder)/log
        Listen 127.0.0.1:\(port)
        \(modules)\(getuid() == 0 ? "User www-data\nGroup www-data" : "")
        TypesConfig /etc/mime.types
        DocumentRoot \(root)
        <Directory />
          AllowOverride All
          Options FollowSymLinks
          Require all granted
        </Directory>
        """, to: "main.conf")
      return ["-f", folder + "/main.conf", "-X"]
    }
  }
}
