import Comparing
import Diagnosing
import Glibc
import Previewing
import Synchronization

/// `versus serve`
enum ServeCommand {
  /// How often the end is asked for when nothing happens; a signal usually wakes it at once.
  private static let waitMilliseconds: Int32 = 250

  static func run(_ invocation: Invocation, hasColor: Bool) throws -> ExitCode {
    _ = signal(SIGINT) { _ in isEnding.store(true, ordering: .relaxed) }
    _ = signal(SIGTERM) { _ in isEnding.store(true, ordering: .relaxed) }
    if invocation.has(.built) {
      try serveBuilt(invocation)
    } else {
      try servePreview(invocation, hasColor: hasColor)
    }
    return .done
  }

  private static func serveBuilt(_ invocation: Invocation) throws {
    let site = try BuiltSite(invocation.output)
    let server = try start(invocation, live: nil, events: EventStream(), base: { "/" }) { site }
    while !isEnding.load(ordering: .relaxed) { _ = poll(nil, 0, waitMilliseconds) }
    server.stop()
  }

  private static func servePreview(_ invocation: Invocation, hasColor: Bool) throws {
    let watcher = watcher(invocation)
    var reloader = SiteReloader(invocation)
    let (state, events) = (PreviewState(), EventStream())
    func reload(_ changes: FolderWatcher.Changes) {
      let start = ContinuousClock.now
      reloader.reload(changes)
      let diagnostics = reloader.diagnostics
      // To let the last site go takes time, for which no open page should wait.
      withExtendedLifetime(state.site) {
        state.update(reloader.renderer, diagnostics)
        events.publish(LiveMessage(diagnostics, changes).text)
      }
      report(diagnostics, invocation, hasColor)
      if invocation.has(.verbose) {
        let names =
          changes.isEverything ? "everything" : changes.paths.sorted().joined(separator: ", ")
        Terminal.note(
          "\(names): read again in \((ContinuousClock.now - start) / .milliseconds(1)) ms\n")
      }
    }
    reload(FolderWatcher.Changes(isEverything: true))
    let live = LiveState { state.diagnostics }
    let server = try start(
      invocation, live: live, events: events, base: { state.site?.base ?? "/" },
      site: { state.site })
    while !isEnding.load(ordering: .relaxed) {
      guard let watcher else {
        _ = poll(nil, 0, waitMilliseconds)
        continue
      }
      if let changes = try watcher.next(milliseconds: waitMilliseconds) { reload(changes) }
    }
    server.stop()
  }

  /// Nil when the system gives no watch: the preview is of use without.
  private static func watcher(_ invocation: Invocation) -> FolderWatcher? {
    do {
      return try FolderWatcher(invocation.source, folders: ["content", "templates"])
    } catch {
      Terminal.note("versus: \(error); the preview will not follow changes\n")
      return nil
    }
  }

  private static func report(
    _ diagnostics: [Diagnostic], _ invocation: Invocation, _ hasColor: Bool
  ) {
    let isWrong = diagnostics.contains { $0.severity == .error }
    if isWrong || !(diagnostics.isEmpty || invocation.isQuiet) {
      Terminal.note(DiagnosticFormat.text.print(diagnostics, color: hasColor))
    }
  }

  private static func start(
    _ invocation: Invocation, live: LiveState?, events: EventStream, base: () -> String,
    site: @escaping @Sendable () -> (any ServedSite)?
  ) throws -> HTTPServer {
    let host = invocation[.host] ?? "127.0.0.1"
    let wanted = invocation[.port].flatMap { Int($0) } ?? 8080
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

/// Set by a signal; asked between changes.
private let isEnding = Atomic(false)
