import Content
import Diagnosing
import Glibc
import Previewing
import Reading
import System

/// The command `versus serve`.
enum ServeCommand {
  fileprivate static let standardHost = "127.0.0.1"
  fileprivate static let standardPort = 8080
  /// The longest time until an end is noticed; a signal usually interrupts the wait at once.
  private static let waitMilliseconds: Int32 = 250

  static let command = Command(
    "serve",
    summary: "preview the site while you write it",
    description: """
      Serves the site that a build would write, without building it: each page is rendered on
      request. Open pages follow every save; mistakes appear over the page and disappear once fixed.

      A search looks into the index of the last build.

      `--built` serves the output folder instead, by the rules in its `_headers` and `_redirects`.
      The comparisons of a packed folder are rendered from the source, with the bytes that a host
      makes of the parts.

      Ctrl-C ends the preview with exit code 0.
      """,
    usages: [Usage(run: run)],
    options: [
      .listen, .port, .strictPort, .open, .built, .source, .output, .week, .baseURL, .drafts, .jobs,
      .format, .quiet, .verbose,
    ],
    examples: [
      Command.Example("versus serve --open", "open the preview in a browser"),
      Command.Example("versus serve --port 0 --format json", "let a script read the address"),
    ])

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    Interruption.allowOrderlyEnd()
    if invocation.has(.built) {
      try serveBuilt(invocation)
    } else {
      try servePreview(invocation)
    }
    return .done
  }

  private static func serveBuilt(_ invocation: Invocation) throws {
    let site = try BuiltSite(
      invocation.output, base: base(invocation), packed: try packed(invocation))
    let server = try start(
      invocation, live: nil, events: EventStream(), base: { site.base }, site: { site })
    while !Interruption.isAsked { _ = poll(nil, 0, waitMilliseconds) }
    server.stop()
  }

  /// Returns the site whose comparisons the output folder holds in parts; nil for any other folder.
  private static func packed(_ invocation: Invocation) throws -> PreviewSite? {
    guard fileStatus(invocation.output + "/_pairs/index.json") != nil else { return nil }
    var loader = SiteLoader(invocation)
    guard let renderer = try loader.renderer() else {
      loader.report()
      Terminal.note("versus: comparisons are not served, because the source has errors\n")
      return nil
    }
    return PreviewSite(renderer)
  }

  /// Returns the site's base path; by default the root.
  private static func base(_ invocation: Invocation) -> String {
    var ignored = Diagnostics()
    let site = try? ContentReader(folder: ContentFolder(invocation.source)).site(into: &ignored)
    return BaseAddress(invocation[.baseURL] ?? site?.baseURL.value ?? "")?.path ?? "/"
  }

  private static func servePreview(_ invocation: Invocation) throws {
    let watcher = watcher(invocation)
    var preview = LivePreview(invocation)
    preview.reload(FolderWatcher.Changes(isEverything: true))
    let state = preview.state
    let live = LiveState { state.diagnostics }
    let server = try start(
      invocation, live: live, events: preview.events, base: { state.site?.base ?? "/" },
      site: { state.site })
    while !Interruption.isAsked {
      preview.reportOverruns()
      guard let watcher else {
        _ = poll(nil, 0, waitMilliseconds)
        continue
      }
      if let changes = try watcher.next(milliseconds: waitMilliseconds) { preview.reload(changes) }
    }
    server.stop()
  }

  /// Starts watching; returns nil if the system refuses, because the preview is useful without.
  private static func watcher(_ invocation: Invocation) -> FolderWatcher? {
    do {
      return try FolderWatcher(invocation.source, folders: ["content", "templates"])
    } catch {
      Terminal.note("versus: \(error); the preview will not follow changes\n")
      return nil
    }
  }

  private static func start(
    _ invocation: Invocation, live: LiveState?, events: EventStream, base: () -> String,
    site: @escaping @Sendable () -> (any ServedSite)?
  ) throws -> HTTPServer {
    let host = invocation[.listen] ?? standardHost
    let wanted = invocation[.port].flatMap { Int($0) } ?? standardPort
    let socket = try ListeningSocket(
      host: host, port: wanted, isStrict: invocation.has(.strictPort))
    let port = socket.port
    let responder = SiteResponder(
      hosts: AllowedHosts(listeningOn: host, port: port), live: live, site: site)
    let server = try HTTPServer(socket, events: events) { responder.answer($0) }
    if wanted != 0, port != wanted {
      Terminal.note("versus: port \(wanted) is taken; using \(port)\n")
    }
    if !AllowedHosts.isLoopback(host) {
      Terminal.note("versus: other machines can reach this preview\n")
    }
    announce("http://\(AllowedHosts.name(for: host)):\(port)\(base())", invocation)
    return server
  }

  private static func announce(_ url: String, _ invocation: Invocation) {
    if invocation.format == .json {
      Terminal.print(jsonText(["url": url]) + "\n")
    } else if !invocation.isQuiet {
      Terminal.print("\(url)\n")
      Terminal.note("Ctrl-C ends it.\n")
    }
    if invocation.has(.open), !Browser.open(url) {
      Terminal.note("versus: no browser could be opened; open \(url)\n")
    }
  }
}

extension Option {
  fileprivate static let listen = Option(
    "host",
    takes: OptionValue("HOST", requirement: "must be a name or an address") { !$0.isEmpty }
      .standard(ServeCommand.standardHost),
    help: "the name or address to listen on", variable: "VERSUS_LISTEN")
  fileprivate static let port = Option(
    "port", takes: .number("PORT", 0...65535).standard("\(ServeCommand.standardPort)"),
    help: "the port, 0 for any; the next free one if it is taken")
  fileprivate static let strictPort = Option("strict-port", help: "fail when the port is taken")
  fileprivate static let open = Option("open", help: "open the site in a browser")
  fileprivate static let built = Option("built", help: "serve the output folder as it is")
}
